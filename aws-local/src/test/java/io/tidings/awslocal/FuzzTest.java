package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are nearly right: never a 5xx, never silence. */
@Timeout(180)
final class FuzzTest {
    private static final int REQUESTS = 20_000;
    private static final long SEED = 20_261_120;
    private static final int CLIENTS = 8;

    private static final List<String> TARGETS = List.of(
            "POST /v2/email/outbound-emails",
            "POST /v2/email/outbound-bulk-emails",
            "POST /v2/email/identities",
            "PUT /v2/email/identities/x.example/mail-from",
            "POST /v2/email/configuration-sets",
            "POST /v2/email/configuration-sets/c/event-destinations",
            "POST /v2/email/templates",
            "PUT /v2/email/suppression/addresses",
            "GET /v2/email/suppression/addresses?PageSize=x&NextToken=-1",
            "GET /v2/email/%ZZ",
            "DELETE /v2/email/identities/",
            "POST /",
            "POST / AmazonSQS.CreateQueue",
            "POST / AmazonSQS.SendMessage",
            "POST / AmazonSQS.SendMessageBatch",
            "POST / AmazonSQS.ReceiveMessage",
            "POST / AmazonSQS.SetQueueAttributes",
            "POST / AmazonSQS.DeleteMessageBatch",
            "POST / AmazonSQS.StartMessageMoveTask",
            "POST / AmazonSQS.Nonsense",
            "POST / Nonsense",
            "GET /?Action=ListTopics",
            "POST /_faults",
            "PUT /_faults",
            "POST /_faults/rules",
            "GET /_inbox?after=abc",
            "GET /_inbox/messages?limit=99999999999999999999",
            "GET /_inbox/messages/%00/html",
            "GET /_inbox/accepted?after=-5&limit=-1&tag=a",
            "POST /_inbox/accepted",
            "GET /_nothing");

    private static final List<String> BODIES = List.of(
            "{\"FromEmailAddress\":\"a@sender.example\",\"Destination\":{\"ToAddresses\":[\"b@example.com\"]},"
                    + "\"Content\":{\"Simple\":{\"Subject\":{\"Data\":\"s\"},\"Body\":{\"Text\":{\"Data\":\"t\"}}}},"
                    + "\"EmailTags\":[{\"Name\":\"n\",\"Value\":\"v\"}]}",
            "{\"FromEmailAddress\":\"a@sender.example\",\"Content\":{\"Raw\":{\"Data\":\"RnJvbTogYUBiLmMKClg=\"}}}",
            "{\"FromEmailAddress\":\"a@sender.example\",\"DefaultContent\":{\"Template\":{\"TemplateContent\":"
                    + "{\"Subject\":\"{{s}}\"},\"TemplateData\":\"{\\\"s\\\":1}\"}},\"BulkEmailEntries\":[{\"Destination\":"
                    + "{\"ToAddresses\":[\"b@example.com\"]},\"ReplacementTags\":[{\"Name\":\"a\",\"Value\":\"b\"}]}]}",
            "{\"EventDestinationName\":\"d\",\"EventDestination\":{\"Enabled\":true,\"MatchingEventTypes\":[\"SEND\"],"
                    + "\"SnsDestination\":{\"TopicArn\":\"arn:aws:sns:us-east-1:000000000000:t\"}}}",
            "{\"TemplateName\":\"t\",\"TemplateContent\":{\"Subject\":\"{{a}}\",\"Html\":\"{{#if}}\"}}",
            "{\"EmailAddress\":\"a@b.example\",\"Reason\":\"BOUNCE\"}",
            "{\"rules\":[{\"domain\":\"x.example\",\"outcome\":\"bounce\",\"rate\":0.5,\"delayMs\":5}],\"seed\":3,"
                    + "\"account\":{\"rate\":5}}",
            "{\"QueueName\":\"q\",\"Attributes\":{\"VisibilityTimeout\":\"0\",\"DelaySeconds\":\"1\"},\"tags\":{\"a\":\"b\"}}",
            "{\"QueueUrl\":\"http://localhost/0/q\",\"MessageBody\":\"m\",\"MaxNumberOfMessages\":10,\"Attributes\":{},"
                    + "\"MessageAttributes\":{\"n\":{\"DataType\":\"Binary\",\"BinaryValue\":\"AAAA\"}},\"Entries\":[{\"Id\":\"a\","
                    + "\"MessageBody\":\"b\",\"ReceiptHandle\":\"000000000000000000000001\",\"VisibilityTimeout\":3}]}",
            "Action=Publish&TopicArn=arn:aws:sns:us-east-1:000000000000:t&Message=m",
            "Action=PublishBatch&TopicArn=t&PublishBatchRequestEntries.member.1.Id=a",
            "Action=Subscribe&TopicArn=t&Protocol=sqs&Endpoint=arn:aws:sqs:us-east-1:0:q&Attributes.entry.1.key=FilterPolicy"
                    + "&Attributes.entry.1.value=%7B%22a%22%3A%5B%7B%22numeric%22%3A%5B%22%3E%22%2C1%5D%7D%5D%7D",
            "Action=CreateTopic&Name=t",
            "Action=SetSubscriptionAttributes&SubscriptionArn=x&AttributeName=FilterPolicy&AttributeValue=%5B",
            "Action=SetIdentityNotificationTopic&Identity=x&NotificationType=Bounce");

    private static final List<String> SHRAPNEL = List.of(
            "null",
            "[]",
            "{}",
            "-1",
            "1e999",
            "99999999999999999999999999",
            "\"",
            "\\u0000",
            "\ud83d",
            "true",
            "[[[[[[[[[[",
            "{\"a\":",
            "%00",
            "&",
            "=",
            "\r\n",
            "é",
            "{{",
            "}}",
            "a".repeat(2_000));

    @Test
    void malformedRequestsAreAnsweredAndNeverWithAServerError() throws Exception {
        try (var aws = AwsLocal.start(Options.DEFAULT.withIdentities(List.of("sender.example")))) {
            var next = new AtomicInteger();
            var wrong = new ConcurrentLinkedQueue<String>();
            var clients = new ArrayList<Thread>();
            try (var http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                for (var i = 0; i < CLIENTS; i++) {
                    clients.add(Thread.ofVirtual().start(() -> {
                        for (var n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
                            var fault = ask(http, aws.endpoint(), n);
                            if (fault != null) {
                                wrong.add(fault);
                            }
                        }
                    }));
                }
                for (var client : clients) {
                    client.join();
                }
            }
            assertThat(wrong).as("seed %d", SEED).isEmpty();
            assertThat(new Admin(aws.endpoint()).get("/_health")).isEqualTo("ready\n");
        }
    }

    /**
     * What is wrong with the answer to request n; null if nothing is. A client may take up a connection in the moment in which it is
     * closed, and then has no answer at all: it asks once more.
     */
    private static @org.jspecify.annotations.Nullable String ask(HttpClient http, URI endpoint, int n) {
        var fault = askOnce(http, endpoint, n);
        return fault != null && fault.endsWith("received no bytes") ? askOnce(http, endpoint, n) : fault;
    }

    private static @org.jspecify.annotations.Nullable String askOnce(HttpClient http, URI endpoint, int n) {
        var random = new Random(SEED + n);
        var target = TARGETS.get(random.nextInt(TARGETS.size())).split(" ");
        var body = broken(BODIES.get(random.nextInt(BODIES.size())), random);
        try {
            var request = HttpRequest.newBuilder(URI.create(endpoint + target[1].replace("%ZZ", "%25ZZ")))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(target[0], BodyPublishers.ofString(body));
            if (target.length > 2) {
                request.header("X-Amz-Target", target[2]);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() < 500 ? null : n + " " + String.join(" ", target) + " " + body + " -> " + answer;
        } catch (Exception e) {
            return n + " " + String.join(" ", target) + " " + body + " -> " + e;
        }
    }

    private static String broken(String body, Random random) {
        var text = new StringBuilder(body);
        for (var cuts = random.nextInt(4); cuts > 0; cuts--) {
            var at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.setLength(at);
                case 1 -> text.insert(at, SHRAPNEL.get(random.nextInt(SHRAPNEL.size())));
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
                default ->
                    text.replace(
                            at,
                            Math.min(text.length(), at + random.nextInt(8)),
                            SHRAPNEL.get(random.nextInt(SHRAPNEL.size())));
            }
        }
        return text.toString();
    }
}
