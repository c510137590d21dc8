package io.tidings.aws.dynamodb;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.Origin;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a message lies in the ledger. Names are short and times are numbers, because there is an item for every message and it should cost
 * one write unit: {@code f} holds the facts, and in each {@code a} is when, {@code d} the detail, {@code s} the SMTP status.
 */
final class MessageItems {

    /** What went wrong with a campaign can be thousands at once; one partition of the index is one shard of them. */
    static final int INDEX_SHARDS = 4;

    private MessageItems() {}

    static Map<String, AttributeValue> key(RecipientId recipient, Origin origin) {
        return Dynamo.key("recipient", recipient.value(), "origin", origin.key());
    }

    static String indexPartition(Origin origin, FactKind list, int shard) {
        return origin.key() + "#" + list + "#" + shard;
    }

    /** As it is stored: one revision later. */
    static Item item(Message message) {
        RecipientId recipient = message.recipient();
        Map<String, AttributeValue> facts = new HashMap<>();
        message.facts()
                .values()
                .forEach(fact -> facts.put(
                        fact.kind().name(), AttributeValue.fromM(fact(fact).values())));
        Item item = Item.empty()
                .text("recipient", recipient.value())
                .text("origin", message.origin().key())
                .text("email", message.address().toString())
                .text("template", message.templateId())
                .text("topic", message.topic())
                .map("f", facts)
                .number("v", message.revision() + 1);
        message.listedUnder()
                .ifPresent(list ->
                        item.text("wrong", indexPartition(message.origin(), list, recipient.shard(INDEX_SHARDS))));
        return item;
    }

    private static Item fact(Fact fact) {
        return Item.empty()
                .number("a", fact.at().toEpochMilli())
                .text("d", fact.detail())
                .text("s", fact.status());
    }

    static Message message(Item item) {
        Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
        item.map("f").forEach((name, value) -> {
            FactKind kind = FactKind.valueOf(name);
            Item fact = Item.of(value.m());
            facts.put(
                    kind,
                    new Fact(kind, Instant.ofEpochMilli(fact.number("a")), fact.textOrNull("d"), fact.textOrNull("s")));
        });
        return new Message(
                EmailAddress.of(item.text("email")),
                Origin.parse(item.text("origin")),
                item.textOrNull("template"),
                item.textOrNull("topic"),
                facts,
                item.number("v"));
    }
}
