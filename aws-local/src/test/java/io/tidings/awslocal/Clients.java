package io.tidings.awslocal;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients, as the product has them: without retries. */
final class Clients implements AutoCloseable {
    final SesV2Client ses;
    final SnsClient sns;
    final SqsClient sqs;

    Clients(URI endpoint) {
        ses = of(SesV2Client.builder(), endpoint);
        sns = of(SnsClient.builder(), endpoint);
        sqs = of(SqsClient.builder(), endpoint);
    }

    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    /** A queue that is subscribed to a topic. */
    String queue(String name, String topicArn, boolean raw) {
        var url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        sns.subscribe(subscribe -> subscribe
                .topicArn(topicArn)
                .protocol("sqs")
                .endpoint("arn:aws:sqs:us-east-1:000000000000:" + name)
                .attributes(java.util.Map.of("RawMessageDelivery", Boolean.toString(raw))));
        return url;
    }

    /** Everything that is in a queue until nothing comes for a second. */
    java.util.List<String> drain(String queueUrl, int expected) {
        var all = new java.util.ArrayList<String>();
        while (true) {
            var wait = all.size() < expected ? 5 : 1;
            var got = sqs.receiveMessage(receive ->
                            receive.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(wait))
                    .messages();
            if (got.isEmpty()) {
                return all;
            }
            got.forEach(message -> {
                all.add(message.body());
                sqs.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            });
        }
    }

    @Override
    public void close() {
        ses.close();
        sns.close();
        sqs.close();
    }
}
