package io.tidings.awslocal.ses;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.faults.Kind;
import io.tidings.awslocal.faults.Rule;
import io.tidings.awslocal.mail.Draft;
import io.tidings.awslocal.mail.PlannedEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a mail: by the simulator's addresses, else the suppression list, else the rules, else delivery. */
final class Outcomes {
    private static final Set<Kind> KINDS = EnumSet.range(Kind.BOUNCE, Kind.SILENCE);
    private static final Set<Kind> ON_THE_WAY = EnumSet.of(Kind.LATE);
    private static final Map<String, String> ON_OUR_LIST = Map.of(
            "bounceType",
            "Permanent",
            "bounceSubType",
            "OnAccountSuppressionList",
            "status",
            "5.1.1",
            "reportingMTA",
            "dns; amazonses.com",
            "diagnosticCode",
            "Amazon SES did not send the message to this address because it is on the suppression list for your account.");

    private final SesState state;
    private final Faults faults;
    private final Delays delays;
    private final Simulator simulator;

    Outcomes(SesState state, Faults faults, Delays delays) {
        this.state = state;
        this.faults = faults;
        this.delays = delays;
        this.simulator = new Simulator(delays);
    }

    List<PlannedEvent> of(Draft draft) {
        var recipients = draft.recipients().stream().map(Addresses::address).toList();
        if (draft.renderingFailure() != null) {
            return List.of(failure(draft, recipients, draft.renderingFailure()));
        }
        var events = new ArrayList<PlannedEvent>();
        for (var recipient : recipients) {
            events.addAll(late(recipient, draft, of(recipient, draft)));
        }
        if (events.stream().anyMatch(event -> event.type().equals("Rendering Failure"))) {
            return events;
        }
        var all = new ArrayList<PlannedEvent>(events.size() + 1);
        if (events.isEmpty() || !isSilent(events)) {
            all.add(new PlannedEvent("Send", delays.send(), recipients));
        }
        all.addAll(merged(events));
        all.removeIf(event -> event.type().isEmpty());
        return all;
    }

    private static boolean isSilent(List<PlannedEvent> events) {
        return events.stream().allMatch(event -> event.type().isEmpty());
    }

    private List<PlannedEvent> of(String recipient, Draft draft) {
        if (Simulator.owns(recipient)) {
            return simulator.of(recipient);
        }
        if (state.suppressions().suppresses(recipient) && suppressionApplies(recipient, draft)) {
            return List.of(new PlannedEvent("Bounce", delays.bounce(), List.of(recipient), ON_OUR_LIST));
        }
        return byRules(recipient, draft);
    }

    /** The configuration set's reasons stand in for the account's. */
    private boolean suppressionApplies(String recipient, Draft draft) {
        var entry = state.suppressions().matching(recipient);
        return entry != null && reasons(draft.configurationSet()).contains(entry.reason());
    }

    List<String> reasons(@Nullable String configurationSet) {
        var set = configurationSet == null ? null : state.configurationSets().get(configurationSet);
        var own = set == null ? null : set.suppressedReasons();
        return own == null ? state.account().suppressedReasons() : own;
    }

    /** Rules that bounce, reject or silence a mail settle it; those that open, click or complain add to its delivery. */
    private List<PlannedEvent> byRules(String recipient, Draft draft) {
        var events = new ArrayList<PlannedEvent>();
        for (var rule : faults.rulesFor(Addresses.domain(recipient), KINDS)) {
            if (!strikes(rule, recipient, draft)) {
                continue;
            }
            switch (rule.kind()) {
                case BOUNCE, REJECT, RENDERING_FAILURE, SILENCE -> {
                    events.removeIf(event -> !event.type().equals("DeliveryDelay"));
                    events.add(event(rule, recipient, draft));
                    return events;
                }
                default -> events.add(event(rule, recipient, draft));
            }
        }
        var lastDelay = events.stream()
                .filter(event -> event.type().equals("DeliveryDelay"))
                .mapToLong(PlannedEvent::after)
                .max();
        var after = Math.max(delays.delivery(), lastDelay.orElse(0) + 1);
        events.addFirst(new PlannedEvent("Delivery", after, List.of(recipient)));
        return events;
    }

    private PlannedEvent event(Rule rule, String recipient, Draft draft) {
        var to = List.of(recipient);
        return switch (rule.kind()) {
            case BOUNCE -> new PlannedEvent("Bounce", rule.delayOr(delays.bounce()), to, bounce(rule));
            case OOTO -> new PlannedEvent("Bounce", rule.delayOr(delays.bounce()), to, Simulator.AUTO_REPLY);
            case COMPLAINT -> new PlannedEvent("Complaint", rule.delayOr(delays.complaint()), to, rule.with());
            case DELAY -> new PlannedEvent("DeliveryDelay", rule.delayOr(delays.delay()), to, rule.with());
            case REJECT -> new PlannedEvent("Reject", rule.delayOr(delays.bounce()), to, rule.with());
            case OPEN -> new PlannedEvent("Open", rule.delayOr(delays.open()), to, rule.with());
            case CLICK -> new PlannedEvent("Click", rule.delayOr(delays.click()), to, rule.with());
            case SUBSCRIPTION -> new PlannedEvent("Subscription", rule.delayOr(delays.click()), to, rule.with());
            case RENDERING_FAILURE -> failure(draft, to, rule.with("errorMessage", "Rendering failed by a rule."));
            default -> new PlannedEvent("", 0, to);
        };
    }

    private PlannedEvent failure(Draft draft, List<String> recipients, String message) {
        var with = new LinkedHashMap<String, String>();
        with.put("errorMessage", message);
        with.put("templateName", draft.template() == null ? "" : draft.template());
        return new PlannedEvent("Rendering Failure", delays.send(), recipients, with);
    }

    private static Map<String, String> bounce(Rule rule) {
        var with = new LinkedHashMap<>(rule.with());
        with.putIfAbsent("bounceType", "Permanent");
        with.putIfAbsent("bounceSubType", "General");
        if (!with.containsKey("status")) {
            var isPermanent = with.get("bounceType").equals("Permanent");
            with.put("status", isPermanent ? "5.1.1" : "4.4.7");
            with.putIfAbsent(
                    "diagnosticCode", isPermanent ? "smtp; 550 5.1.1 user unknown" : "smtp; 421 4.4.7 message expired");
        }
        return with;
    }

    private List<PlannedEvent> late(String recipient, Draft draft, List<PlannedEvent> events) {
        for (var rule : faults.rulesFor(Addresses.domain(recipient), ON_THE_WAY)) {
            if (strikes(rule, recipient, draft)) {
                return events.stream()
                        .map(event -> new PlannedEvent(
                                event.type(), event.after() + rule.delayOr(1_000), event.recipients(), event.with()))
                        .toList();
            }
        }
        return events;
    }

    /** What happens to a mail depends on whom it is for and on its tags, so that a run repeats whatever its order. */
    private boolean strikes(Rule rule, String recipient, Draft draft) {
        return faults.dice().rollFor(rule.kind().spelling(), recipient + draft.tags(), rule.rate());
    }

    /** SES puts several recipients of the same fate into one event. */
    private static List<PlannedEvent> merged(List<PlannedEvent> events) {
        if (events.size() < 2) {
            return events;
        }
        record Fate(String type, long after, Map<String, String> with) {}
        var byFate = new LinkedHashMap<Fate, List<String>>();
        for (var event : events) {
            byFate.computeIfAbsent(new Fate(event.type(), event.after(), event.with()), fate -> new ArrayList<>())
                    .addAll(event.recipients());
        }
        return byFate.entrySet().stream()
                .map(entry -> new PlannedEvent(
                        entry.getKey().type(),
                        entry.getKey().after(),
                        entry.getValue(),
                        entry.getKey().with()))
                .toList();
    }
}
