package io.tidings.aws.dynamodb;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.suppression.SoftBounces;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionEntry;
import io.tidings.core.suppression.SuppressionEntry.Evidence;
import io.tidings.core.suppression.SuppressionEntry.Lift;
import io.tidings.core.suppression.SuppressionEntry.Seen;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.Suppressions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How all that is known of one address lies in one item, so that fifty people are one read on the way to SES. */
final class SuppressionItems {

    /** Of the index that lists; one partition takes a thousand writes a second, and an import brings more. */
    static final int INDEX_SHARDS = 4;

    private SuppressionItems() {}

    static String indexPartition(int shard) {
        return "all#" + shard;
    }

    static String sorted(EmailAddress address) {
        return address.toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** As it is stored: one revision later. */
    static Item item(Suppressions known) {
        RecipientId id = known.id();
        Map<String, AttributeValue> entries = new HashMap<>();
        known.entries()
                .forEach((scope, entry) -> entries.put(
                        scope.key(), AttributeValue.fromM(entry(entry).values())));
        Item item = Item.empty()
                .text("id", id.value())
                .text("email", known.address().toString())
                .text("list", indexPartition(id.shard(INDEX_SHARDS)))
                .text("sorted", sorted(known.address()))
                .map("entries", entries)
                .number("v", known.revision() + 1);
        SoftBounces soft = known.softBounces();
        if (!soft.isEmpty()) {
            Map<String, AttributeValue> bounces = new HashMap<>();
            soft.bounces()
                    .forEach((key, at) -> bounces.put(
                            key.day() + "/" + key.message(), AttributeValue.fromN(Long.toString(at.toEpochMilli()))));
            item.map("softBounces", bounces);
        }
        return item.time("delivered", soft.delivered());
    }

    private static Item entry(SuppressionEntry entry) {
        Map<String, AttributeValue> seen = new HashMap<>();
        entry.seen()
                .forEach((reason, both) -> seen.put(
                        reason.name(),
                        AttributeValue.fromM(Item.empty()
                                .map("first", evidence(both.first()).values())
                                .map("last", evidence(both.last()).values())
                                .values())));
        return Item.empty()
                .map("seen", seen)
                .items(
                        "lifts",
                        entry.lifts().stream().map(SuppressionItems::lift).toList());
    }

    private static Item evidence(Evidence evidence) {
        return Item.empty()
                .time("at", evidence.at())
                .text("what", evidence.what())
                .time("expiresAt", evidence.expiresAt());
    }

    private static Item lift(Lift lift) {
        Reason reason = lift.reason();
        return Item.empty()
                .text("reason", reason == null ? null : reason.name())
                .time("at", lift.at())
                .text("by", lift.by())
                .text("why", lift.why());
    }

    static Suppressions suppressions(Item item) {
        Map<SuppressionScope, SuppressionEntry> entries = new HashMap<>();
        item.map("entries")
                .forEach((scope, value) -> entries.put(SuppressionScope.parse(scope), readEntry(Item.of(value.m()))));
        return new Suppressions(
                EmailAddress.of(item.text("email")),
                entries,
                new SoftBounces(
                        item.has("softBounces") ? bounces(item.map("softBounces")) : new TreeMap<>(),
                        item.timeOrNull("delivered")),
                item.number("v"));
    }

    private static NavigableMap<SoftBounces.Key, Instant> bounces(Map<String, AttributeValue> stored) {
        NavigableMap<SoftBounces.Key, Instant> bounces = new TreeMap<>();
        stored.forEach((key, at) -> {
            int slash = key.indexOf('/');
            bounces.put(
                    new SoftBounces.Key(Long.parseLong(key.substring(0, slash)), key.substring(slash + 1)),
                    Instant.ofEpochMilli(Long.parseLong(at.n())));
        });
        return bounces;
    }

    private static SuppressionEntry readEntry(Item item) {
        Map<Reason, Seen> seen = new EnumMap<>(Reason.class);
        item.map("seen").forEach((reason, value) -> {
            Item both = Item.of(value.m());
            seen.put(Reason.valueOf(reason), new Seen(readEvidence(both.map("first")), readEvidence(both.map("last"))));
        });
        List<Lift> lifts = item.items("lifts").stream()
                .map(lift -> new Lift(
                        reasonOrNull(lift.textOrNull("reason")), lift.time("at"), lift.text("by"), lift.text("why")))
                .toList();
        return new SuppressionEntry(seen, lifts);
    }

    private static Evidence readEvidence(Map<String, AttributeValue> values) {
        Item item = Item.of(values);
        return new Evidence(item.time("at"), item.text("what"), item.timeOrNull("expiresAt"));
    }

    private static @Nullable Reason reasonOrNull(@Nullable String name) {
        return name == null ? null : Reason.valueOf(name);
    }
}
