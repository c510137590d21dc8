package io.tidings.core.ledger;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.statistics.CounterChanges;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rendered content for one recipient from one origin, as the set of facts known of it. Joining facts in any order, any number of
 * times, gives the same message, and what it counts for follows from its facts alone.
 *
 * @param topic what it is about: a campaign's topic or a notification's category
 * @param revision 0 when it is not stored yet
 */
public record Message(
        EmailAddress address,
        Origin origin,
        @Nullable String templateId,
        @Nullable String topic,
        Map<FactKind, Fact> facts,
        long revision) {

    public Message {
        Map<FactKind, Fact> copy = new EnumMap<>(FactKind.class);
        copy.putAll(facts);
        facts = Collections.unmodifiableMap(copy);
    }

    public static Message unseen(EmailAddress address, Origin origin, @Nullable String templateId) {
        return unseen(address, origin, templateId, null);
    }

    public static Message unseen(
            EmailAddress address, Origin origin, @Nullable String templateId, @Nullable String topic) {
        return new Message(address, origin, templateId, topic, Map.of(), 0);
    }

    public RecipientId recipient() {
        return address.recipientId();
    }

    public Message with(Collection<Fact> more) {
        Map<FactKind, Fact> joined = new EnumMap<>(FactKind.class);
        joined.putAll(facts);
        for (Fact fact : more) {
            joined.merge(fact.kind(), fact, Fact::join);
            if (fact.kind().showsAcceptance()) {
                joined.merge(FactKind.ACCEPTED, Fact.reportedAcceptance(fact.at(), null), Fact::join);
            }
        }
        return new Message(address, origin, templateId, topic, joined, revision);
    }

    /** Who learnt of it first may not have known what it is; what is known stays. */
    Message labelled(@Nullable String template, @Nullable String about) {
        String joinedTemplate = templateId == null ? template : templateId;
        String joinedTopic = topic == null ? about : topic;
        return new Message(address, origin, joinedTemplate, joinedTopic, facts, revision);
    }

    /** One revision later, as a store keeps it. */
    public Message stored() {
        return new Message(address, origin, templateId, topic, facts, revision + 1);
    }

    /** The strongest of its facts; nothing is known yet when empty. */
    public Optional<FactKind> outcome() {
        return facts.keySet().stream()
                .filter(kind -> !kind.isJudgement() && !kind.isMark())
                .max(Enum::compareTo);
    }

    /** Under which of its facts it lies in the index of what went wrong: the strongest that counts, whatever went well after it. */
    public Optional<FactKind> listedUnder() {
        return facts.keySet().stream()
                .filter(kind -> kind.isListed() && !overruled(kind))
                .max(Enum::compareTo);
    }

    public boolean has(FactKind kind) {
        return facts.containsKey(kind);
    }

    /** Whether the asking is over: SES took it, would not, or was never asked. */
    public boolean settled() {
        return has(FactKind.ACCEPTED) || refused() || has(FactKind.SKIPPED);
    }

    boolean refused() {
        return has(FactKind.REFUSED) || has(FactKind.REFUSED_FOR_NOW);
    }

    /** What this message counts for, everywhere. The books of all counters are the sum of this over all messages. */
    public CounterChanges tally() {
        CounterChanges tally = new CounterChanges();
        countIn(tally, 1);
        return tally;
    }

    /**
     * A message is in one bucket of the books: if SES took it after all, an earlier refusal or skip no longer counts. It bounces once,
     * too: of several bounces the one that says most counts, so that the kinds of bounces add up to people.
     */
    public boolean overruled(FactKind kind) {
        return switch (kind) {
            case READY, ASKED -> true;
            case LEFT_UNKNOWN -> settled();
            case SKIPPED -> has(FactKind.ACCEPTED) || refused();
            case REFUSED_FOR_NOW -> has(FactKind.ACCEPTED) || has(FactKind.REFUSED);
            case REFUSED -> has(FactKind.ACCEPTED);
            case BOUNCED_UNDETERMINED -> has(FactKind.BOUNCED_TRANSIENT) || has(FactKind.BOUNCED_PERMANENT);
            case BOUNCED_TRANSIENT -> has(FactKind.BOUNCED_PERMANENT);
            // What SES did not try says nothing against a time when it did.
            case SUPPRESSED_BOUNCE -> facts.keySet().stream().anyMatch(FactKind::isBounce);
            default -> kind.isJudgement() && new Judged(facts).overrules(kind);
        };
    }

    /** Whether a fact is a part of its story, for a person to read: no judgement that does not stand, and no mark. */
    public boolean tells(FactKind kind) {
        return !kind.isMark() && !(kind.isJudgement() && overruled(kind));
    }

    void countIn(CounterChanges changes, long times) {
        Tally.add(this, changes, times);
    }
}
