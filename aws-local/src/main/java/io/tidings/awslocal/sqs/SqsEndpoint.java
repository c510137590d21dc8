package io.tidings.awslocal.sqs;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Header;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands SQS requests on to ElasticMQ and its answers back; a long poll meanwhile holds no thread. */
public final class SqsEndpoint implements Endpoint, AutoCloseable {
    private static final String PURGE = "AmazonSQS.PurgeQueue";
    private static final Pattern QUEUE_NAME = Pattern.compile("/([A-Za-z0-9_.-]+)$");

    private final Queues queues;
    private final Redelivering redelivery;
    private final String base;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("sqs-forward-", 0).daemon().factory());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public SqsEndpoint(Queues queues, Faults faults) {
        this.queues = queues;
        this.base = "http://127.0.0.1:" + queues.port();
        this.redelivery = new Redelivering(faults, client, URI.create(base));
    }

    @Override
    public void handle(Request request, Responder responder) {
        var target = request.header("X-Amz-Target");
        var unused = client.sendAsync(forwarded(request, target), BodyHandlers.ofByteArray())
                .whenComplete((answer, failure) -> {
                    if (answer == null) {
                        responder.fail(failure);
                        return;
                    }
                    if (answer.statusCode() == 200 && PURGE.equals(target)) {
                        forgetMessages(request);
                    }
                    redelivery.received(target, request.body(), answer);
                    responder.respond(response(answer));
                });
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    private HttpRequest forwarded(Request request, @Nullable String target) {
        var path = target == null ? request.path() + (request.query().isEmpty() ? "" : "?" + request.query()) : "/";
        var forwarded = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(40))
                .method(
                        request.method(),
                        request.body().length == 0 && request.method().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        copy(request, "Content-Type", forwarded);
        copy(request, "X-Amz-Target", forwarded);
        return forwarded.build();
    }

    private static void copy(Request request, String name, HttpRequest.Builder to) {
        var value = request.header(name);
        if (value != null) {
            to.header(name, value);
        }
    }

    private static Response response(HttpResponse<byte[]> answer) {
        var headers = new ArrayList<Header>();
        for (var name : List.of("Content-Type", "x-amzn-query-error", "x-amzn-RequestId", "x-amzn-ErrorType")) {
            answer.headers().firstValue(name).ifPresent(value -> headers.add(new Header(name, value)));
        }
        return new Response(answer.statusCode(), headers, answer.body());
    }

    private void forgetMessages(Request request) {
        var json = Json.parse(request.body());
        var url = json == null ? null : Json.string(json, "QueueUrl");
        var name = QUEUE_NAME.matcher(url == null ? "" : url);
        if (name.find()) {
            queues.forgetMessages(name.group(1));
        }
    }
}
