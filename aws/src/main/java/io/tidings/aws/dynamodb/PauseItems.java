package io.tidings.aws.dynamodb;

import io.tidings.core.campaign.GuardBaseline;
import io.tidings.core.campaign.GuardEvidence;
import io.tidings.core.campaign.GuardEvidence.DomainCount;
import io.tidings.core.campaign.GuardEvidence.Example;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the reason of a campaign's pause lies in its item. */
final class PauseItems {

    private static final String BY_HAND = "paused by ";

    private PauseItems() {}

    static void write(Item item, PauseReason pause) {
        item.text("pauseKind", pause.kind().name())
                .text("pauseReason", pause.said())
                .time("pausedAt", pause.since());
        GuardEvidence evidence = pause.evidence();
        if (evidence != null) {
            item.number("evidenceCount", evidence.count())
                    .number("evidenceOf", evidence.of())
                    .decimal("evidenceBound", evidence.bound())
                    .decimal("evidenceLimit", evidence.limit())
                    .number("evidenceSince", evidence.since())
                    .items(
                            "evidenceDomains",
                            evidence.domains().stream()
                                    .map(one -> Item.empty()
                                            .text("domain", one.domain())
                                            .number("count", one.count()))
                                    .toList())
                    .items(
                            "evidenceExamples",
                            evidence.examples().stream()
                                    .map(one -> Item.empty()
                                            .text("address", one.address())
                                            .text("why", one.why()))
                                    .toList());
        }
    }

    /** Before there were kinds, the reason was a text alone. */
    static @Nullable PauseReason pause(Item item) {
        String said = item.textOrNull("pauseReason");
        String name = item.textOrNull("pauseKind");
        if (name == null) {
            return said == null
                    ? null
                    : new PauseReason(
                            said.startsWith(BY_HAND) ? PauseKind.BY_HAND : PauseKind.ACCOUNT_REFUSED, said, null, null);
        }
        // A newer version may have stored a kind that is not known here.
        PauseKind kind = Arrays.stream(PauseKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(PauseKind.ACCOUNT_REFUSED);
        return new PauseReason(
                kind, said, item.timeOrNull("pausedAt"), item.has("evidenceOf") ? evidence(kind, item) : null);
    }

    private static GuardEvidence evidence(PauseKind kind, Item item) {
        return new GuardEvidence(
                kind,
                item.number("evidenceCount"),
                item.number("evidenceOf"),
                decimal(item, "evidenceBound"),
                decimal(item, "evidenceLimit"),
                item.number("evidenceSince"),
                item.items("evidenceDomains").stream()
                        .map(one -> new DomainCount(one.text("domain"), one.number("count")))
                        .toList(),
                item.items("evidenceExamples").stream()
                        .map(one -> new Example(one.text("address"), one.text("why")))
                        .toList());
    }

    private static double decimal(Item item, String name) {
        Double value = item.decimalOrNull(name);
        return value == null ? 0 : value;
    }

    static void write(Item item, GuardBaseline acknowledged) {
        item.number("guardFromTried", acknowledged.tried())
                .number("guardFromBounced", acknowledged.bounced())
                .number("guardFromComplained", acknowledged.complained());
    }

    static @Nullable GuardBaseline acknowledged(Item item) {
        return item.has("guardFromTried")
                ? new GuardBaseline(
                        item.number("guardFromTried"),
                        item.number("guardFromBounced"),
                        item.number("guardFromComplained"))
                : null;
    }
}
