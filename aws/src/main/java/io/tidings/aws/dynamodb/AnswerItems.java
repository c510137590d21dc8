package io.tidings.aws.dynamodb;

import io.tidings.core.notification.KeyedAnswer;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The answer of a request with a key, as an item. DynamoDB removes what has expired some time later; until then it counts for nothing. */
final class AnswerItems {

    static final String UNUSED = "attribute_not_exists(id) OR expiresAt < :now";

    private AnswerItems() {}

    /** Stores it together with what the request did, unless the key was used. */
    static TransactWriteItem first(Dynamo dynamo, KeyedAnswer answer) {
        return Dynamo.putAction(
                dynamo.tables().idempotency(), item(answer), UNUSED, Map.of(":now", millis(answer.givenAt())));
    }

    static Item item(KeyedAnswer answer) {
        return claim(answer.key(), answer.request(), answer.expiresAt())
                .number("status", answer.status())
                .text("body", answer.body())
                .number("givenAt", answer.givenAt().toEpochMilli());
    }

    static Item claim(String key, String request, Instant expiresAt) {
        return Item.empty()
                .text("id", key)
                .text("requestHash", request)
                .number("expiresAt", expiresAt.toEpochMilli())
                .number("ttl", expiresAt.getEpochSecond());
    }

    static KeyedAnswer answer(Item item) {
        return new KeyedAnswer(
                item.text("id"),
                item.text("requestHash"),
                Math.toIntExact(item.number("status")),
                item.text("body"),
                Instant.ofEpochMilli(item.number("givenAt")),
                Instant.ofEpochMilli(item.number("expiresAt")));
    }

    static AttributeValue millis(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }
}
