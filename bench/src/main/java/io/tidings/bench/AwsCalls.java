package io.tidings.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls of AWS's protocols as they go over the wire, without an SDK to warm up. */
final class AwsCalls {

    private static final int TRIES = 3_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    AwsCalls(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Returns when DynamoDB, SQS, SNS and SES have each answered a first call. */
    void awaitAllFour() throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                dynamoDb("ListTables", "{}");
                json("AmazonSQS.ListQueues", "{}");
                send(request("")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("Action=ListTopics&Version=2010-03-31")));
                send(request("v2/email/account").GET());
                return;
            } catch (IllegalStateException e) {
                Thread.sleep(10);
            }
        }
        throw new IllegalStateException("the embedded AWS does not answer at " + base);
    }

    void dynamoDb(String operation, String body) {
        json("DynamoDB_20120810." + operation, body);
    }

    void ses(String path, String body) {
        send(request("v2/email/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private void json(String target, String body) {
        send(request("")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private void send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
