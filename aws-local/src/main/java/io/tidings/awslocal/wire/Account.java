package io.tidings.awslocal.wire;

/** The one account and region that everything here belongs to. */
public record Account(String region, String id) {
    public static final Account DEFAULT = new Account("us-east-1", "000000000000");

    public String topicArn(String name) {
        return "arn:aws:sns:" + region + ":" + id + ":" + name;
    }

    public String queueArn(String name) {
        return "arn:aws:sqs:" + region + ":" + id + ":" + name;
    }

    public String identityArn(String name) {
        return "arn:aws:ses:" + region + ":" + id + ":identity/" + name;
    }
}
