package io.tidings.core.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the judgements on a message stand. It follows from the facts alone, so it does not matter whether the delivery or the click
 * became known first.
 */
record Judged(Map<FactKind, Fact> facts) {

    /** Nobody reads a mail and follows a link so soon after it arrived; the machines that look into mail do. */
    private static final Duration TOO_SOON = Duration.ofSeconds(5);

    boolean overrules(FactKind kind) {
        Fact fact = facts.get(kind);
        return fact == null
                || madeByOlderRules(fact)
                || switch (kind) {
                    case OPENED_BY_HUMAN -> tooSoon(fact);
                    case CLICKED_BY_HUMAN -> tooSoon(fact) || oneOfMany(fact);
                    case OPENED_BY_HUMAN_AGAIN -> tooSoon(fact) || counts(FactKind.OPENED_BY_HUMAN);
                    case CLICKED_BY_HUMAN_AGAIN ->
                        tooSoon(fact) || oneOfMany(fact) || counts(FactKind.CLICKED_BY_HUMAN);
                    case CLICKED_LINKS -> true;
                    default -> false;
                };
    }

    private boolean counts(FactKind kind) {
        return facts.containsKey(kind) && !overrules(kind);
    }

    private boolean madeByOlderRules(Fact fact) {
        FactKind happened = fact.kind().isJudgementOf(FactKind.OPENED) ? FactKind.OPENED : FactKind.CLICKED;
        return facts.values().stream()
                .anyMatch(other -> other.kind().isJudgementOf(happened) && other.rules() > fact.rules());
    }

    private boolean tooSoon(Fact fact) {
        Instant arrived = time(FactKind.DELIVERED);
        Instant from = arrived == null ? time(FactKind.ACCEPTED) : arrived;
        return from != null && fact.at().isBefore(from.plus(TOO_SOON));
    }

    private boolean oneOfMany(Fact click) {
        Fact links = facts.get(FactKind.CLICKED_LINKS);
        return links != null && ClickedLinks.read(links.detail()).manyAround(click.at());
    }

    private @Nullable Instant time(FactKind kind) {
        Fact fact = facts.get(kind);
        return fact == null ? null : fact.at();
    }
}
