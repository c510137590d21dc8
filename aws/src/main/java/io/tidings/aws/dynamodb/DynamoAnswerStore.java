package io.tidings.aws.dynamodb;

import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.KeyedAnswer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public final class DynamoAnswerStore implements AnswerStore {

    private static final int TRIES = 5;

    private final Dynamo dynamo;
    private final String table;

    public DynamoAnswerStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().idempotency();
    }

    @Override
    public Optional<KeyedAnswer> find(String key, Instant now) {
        return current(key, now).filter(item -> item.has("body")).map(AnswerItems::answer);
    }

    private Optional<Item> current(String key, Instant now) {
        return dynamo.get(table, Dynamo.key("id", key)).filter(item -> item.number("expiresAt") >= now.toEpochMilli());
    }

    @Override
    public Claim claim(String key, String request, Instant now, Instant leasedUntil, Instant expiresAt) {
        Item mine = AnswerItems.claim(key, request, expiresAt).number("leasedUntil", leasedUntil.toEpochMilli());
        for (int i = 0; i < TRIES; i++) {
            boolean claimed = dynamo.put(
                    table,
                    mine,
                    AnswerItems.UNUSED
                            + " OR attribute_not_exists(body) AND leasedUntil < :now AND requestHash = :request",
                    Map.of(":now", AnswerItems.millis(now), ":request", AttributeValue.fromS(request)));
            if (claimed) {
                return new Mine();
            }
            Optional<Item> other = current(key, now);
            if (other.isPresent()) {
                Item item = other.get();
                return item.has("body")
                        ? new Answered(AnswerItems.answer(item))
                        : new InFlight(item.text("requestHash"), Instant.ofEpochMilli(item.number("leasedUntil")));
            }
        }
        throw new IllegalStateException("a key can neither be claimed nor read");
    }

    @Override
    public KeyedAnswer answer(KeyedAnswer answer) {
        boolean first = dynamo.put(table, AnswerItems.item(answer), "attribute_not_exists(body)", Map.of());
        return first ? answer : find(answer.key(), answer.givenAt()).orElse(answer);
    }
}
