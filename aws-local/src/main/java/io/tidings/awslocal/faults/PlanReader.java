package io.tidings.awslocal.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fault plans as JSON. A name that means nothing is refused, so that a test never waits for a fault that cannot come. */
final class PlanReader {
    private static final Set<String> SECTIONS = Set.of("seed", "rules", "sqs", "sns", "dynamodb", "account");
    private static final Set<String> OWN = Set.of("domain", "outcome", "fault", "rate", "delayMs", "until", "forMs");
    private static final Set<String> FIELDS = Set.of(
            "bounceType",
            "bounceSubType",
            "status",
            "action",
            "diagnosticCode",
            "reportingMTA",
            "complaintFeedbackType",
            "complaintSubType",
            "userAgent",
            "ipAddress",
            "link",
            "delayType",
            "reason",
            "errorMessage",
            "contactList",
            "topicName",
            "source");

    private final InstantSource clock;

    PlanReader(InstantSource clock) {
        this.clock = clock;
    }

    /** The plan with what the JSON says in place of what it said before; rules are added or replaced. */
    FaultPlan read(JsonNode json, FaultPlan before, boolean replaces) {
        known(json, SECTIONS, "");
        var rules = new ArrayList<>(replaces ? List.of() : before.rules());
        for (var rule : array(json.get("rules"))) {
            rules.add(rule(rule));
        }
        var sqs = section(json, "sqs", Set.of("redeliver", "duplicate"));
        var sns = section(json, "sns", Set.of("duplicate"));
        var dynamodb = section(json, "dynamodb", Set.of("throttle", "conflict"));
        return new FaultPlan(
                rules,
                rate(sqs, "redeliver", before.redeliver()),
                rate(sqs, "duplicate", before.duplicateMessages()),
                rate(sns, "duplicate", before.duplicateNotifications()),
                rate(dynamodb, "throttle", before.throttleItems()),
                rate(dynamodb, "conflict", before.conflictTransactions()));
    }

    Rule rule(JsonNode json) {
        if (!json.isObject()) {
            throw bad("A rule must be an object.");
        }
        var with = new LinkedHashMap<String, String>();
        for (var field : json.properties()) {
            if (FIELDS.contains(field.getKey())) {
                with.put(field.getKey(), field.getValue().asText());
            } else if (!OWN.contains(field.getKey())) {
                throw bad("A rule has no field \"" + field.getKey() + "\".");
            }
        }
        var spelling = Json.string(json, "outcome", Json.string(json, "fault", ""));
        var kind = Kind.named(spelling).orElseThrow(() -> bad("\"" + spelling + "\" is none of " + Kind.all()));
        var delay = json.get("delayMs");
        if (delay != null && (!delay.isIntegralNumber() || delay.longValue() < 0)) {
            throw bad("delayMs must be a number of milliseconds.");
        }
        return new Rule(
                Json.string(json, "domain", "*").toLowerCase(Locale.ROOT),
                kind,
                rate(json, "rate", 1),
                delay == null ? null : delay.longValue(),
                until(json),
                with);
    }

    ObjectNode write(FaultPlan plan, long seed) {
        var json = Json.object().put("seed", seed);
        var rules = json.putArray("rules");
        for (var rule : plan.rules()) {
            var shown = rules.addObject()
                    .put("domain", rule.domain())
                    .put("fault", rule.kind().spelling())
                    .put("rate", rule.rate());
            if (rule.delayMs() != null) {
                shown.put("delayMs", rule.delayMs());
            }
            if (rule.until() != null) {
                shown.put("until", rule.until().toString());
            }
            rule.with().forEach(shown::put);
        }
        json.putObject("sqs").put("redeliver", plan.redeliver()).put("duplicate", plan.duplicateMessages());
        json.putObject("sns").put("duplicate", plan.duplicateNotifications());
        json.putObject("dynamodb").put("throttle", plan.throttleItems()).put("conflict", plan.conflictTransactions());
        return json;
    }

    static Refusal bad(String why) {
        return new Refusal(400, "BadRequest", why);
    }

    private @Nullable Instant until(JsonNode json) {
        try {
            var until = Json.string(json, "until");
            if (until != null) {
                return Instant.parse(until);
            }
            var millis = json.get("forMs");
            return millis == null ? null : clock.instant().plusMillis(millis.asLong());
        } catch (DateTimeException | ArithmeticException e) {
            throw bad("until must be a time such as 2026-01-31T12:00:00Z.");
        }
    }

    private static JsonNode section(JsonNode json, String name, Set<String> names) {
        var section = json.path(name);
        if (!section.isMissingNode()) {
            if (!section.isObject()) {
                throw bad("\"" + name + "\" must be an object.");
            }
            known(section, names, name + ".");
        }
        return section;
    }

    private static void known(JsonNode json, Set<String> names, String prefix) {
        for (var field : json.properties()) {
            if (!names.contains(field.getKey())) {
                throw bad("There is no \"" + prefix + field.getKey() + "\".");
            }
        }
    }

    private static JsonNode array(@Nullable JsonNode json) {
        if (json == null) {
            return Json.array();
        }
        if (!json.isArray()) {
            throw bad("\"rules\" must be a list.");
        }
        return json;
    }

    private static double rate(JsonNode json, String name, double otherwise) {
        var rate = json.get(name);
        if (rate == null) {
            return otherwise;
        }
        if (!rate.isNumber() || rate.doubleValue() < 0 || rate.doubleValue() > 1) {
            throw bad("\"" + name + "\" must be from 0 to 1.");
        }
        return rate.doubleValue();
    }
}
