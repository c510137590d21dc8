package io.tidings.awslocal.faults;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The faults in force now. */
public final class Faults {
    private final InstantSource clock;
    private volatile FaultPlan plan = FaultPlan.NONE;
    private volatile Dice dice;

    public Faults(long seed, InstantSource clock) {
        this.dice = new Dice(seed);
        this.clock = clock;
    }

    public FaultPlan plan() {
        return plan;
    }

    public Dice dice() {
        return dice;
    }

    public void set(FaultPlan plan) {
        this.plan = plan;
    }

    public void add(Rule rule) {
        synchronized (this) {
            plan = plan.and(rule);
        }
    }

    /** Starts the dice anew, so that a run repeats from here. */
    public void seed(long seed) {
        dice = new Dice(seed);
    }

    /** The rules of these kinds for a recipient of that domain. */
    public List<Rule> rulesFor(String domain, Collection<Kind> kinds) {
        var rules = plan.rules();
        if (rules.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return rules.stream()
                .filter(rule -> kinds.contains(rule.kind()) && rule.appliesTo(domain, now))
                .toList();
    }

    /** The first rule of that kind that strikes a call for these recipients' domains; each rule has one roll a call. */
    public Optional<Rule> strikes(Kind kind, Collection<String> domains) {
        for (var rule : plan.rules()) {
            if (rule.kind() == kind && concerns(rule, domains, clock.instant()) && dice.roll(name(rule), rule.rate())) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    public boolean redelivers() {
        return dice.roll("redeliver", plan.redeliver());
    }

    public boolean duplicatesMessage() {
        return dice.roll("duplicate-message", plan.duplicateMessages());
    }

    public boolean duplicatesNotification() {
        return dice.roll("duplicate-notification", plan.duplicateNotifications());
    }

    public boolean throttlesItems() {
        return dice.roll("throttle-items", plan.throttleItems());
    }

    public boolean conflictsTransaction() {
        return dice.roll("conflict-transaction", plan.conflictTransactions());
    }

    private static String name(Rule rule) {
        return rule.kind() + " " + rule.domain();
    }

    private static boolean concerns(Rule rule, Collection<String> domains, Instant now) {
        return domains.stream().anyMatch(domain -> rule.appliesTo(domain, now));
    }
}
