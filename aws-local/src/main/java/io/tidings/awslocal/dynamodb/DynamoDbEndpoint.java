package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Header;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** DynamoDB over HTTP. Operations take microseconds, so they run where the request arrived. */
public final class DynamoDbEndpoint implements Endpoint {
    private static final String TARGET = "DynamoDB_20120810.";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** DynamoDB's request ids are that long. */
    private static final int ID_LENGTH = 52;

    private final DynamoDb dynamoDb;

    public DynamoDbEndpoint(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** Whether a request is for DynamoDB, where one address serves several services. */
    public static boolean isFor(Request request) {
        var target = request.header("X-Amz-Target");
        return target != null && target.startsWith("DynamoDB");
    }

    @Override
    public void handle(Request request, Responder responder) {
        var reply = reply(request.header("X-Amz-Target"), request.body());
        var response = response(reply);
        if (reply.delay().isZero()) {
            responder.respond(response);
        } else {
            CompletableFuture.delayedExecutor(reply.delay().toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> responder.respond(response));
        }
    }

    private DynamoDb.Reply reply(@Nullable String target, byte[] body) {
        if (target == null || !target.startsWith(TARGET)) {
            var unknown = DynamoDbException.of("UnknownOperationException", "");
            return new DynamoDb.Reply(unknown.answer(), Duration.ZERO);
        }
        return dynamoDb.reply(target.substring(TARGET.length()), body);
    }

    private static Response response(DynamoDb.Reply reply) {
        var json = reply.answer().json();
        var crc = new CRC32();
        crc.update(json);
        return new Response(
                reply.answer().status(),
                List.of(
                        new Header("Content-Type", "application/x-amz-json-1.0"),
                        new Header("x-amzn-RequestId", requestId()),
                        new Header("x-amz-crc32", Long.toString(crc.getValue()))),
                json);
    }

    private static String requestId() {
        var random = ThreadLocalRandom.current();
        var id = new char[ID_LENGTH];
        for (var i = 0; i < ID_LENGTH; i++) {
            id[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new String(id);
    }
}
