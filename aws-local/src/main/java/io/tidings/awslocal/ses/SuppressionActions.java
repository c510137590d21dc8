package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account's suppression list. */
final class SuppressionActions {
    private final SesState state;
    private final InstantSource clock;

    SuppressionActions(SesState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    JsonNode put(JsonNode body) {
        if (!state.account().production()) {
            throw Validation.bad("Accounts in the sandbox cannot change the suppression list.");
        }
        var address = Addresses.check(Json.string(body, "EmailAddress", ""));
        var reason = Json.string(body, "Reason", "");
        if (!reason.equals("BOUNCE") && !reason.equals("COMPLAINT")) {
            throw Validation.bad("Reason must be BOUNCE or COMPLAINT.");
        }
        state.suppressions().put(new SuppressedAddress(address, reason, clock.millis(), null, null));
        return Json.object();
    }

    JsonNode get(String address) {
        var entry = existing(address);
        var json = Json.object();
        var shown = summary(entry);
        if (entry.messageId() != null) {
            shown.putObject("Attributes").put("MessageId", entry.messageId()).put("FeedbackId", entry.feedbackId());
        }
        json.set("SuppressedDestination", shown);
        return json;
    }

    JsonNode delete(String address) {
        state.suppressions().remove(existing(address).address());
        return Json.object();
    }

    JsonNode list(SesEndpoint.Call call) {
        var reasons = call.request().parameters().getOrDefault("Reason", List.of());
        var from = time(call, "StartDate");
        var until = time(call, "EndDate");
        var all = state.suppressions().all().stream()
                .filter(entry -> reasons.isEmpty() || reasons.contains(entry.reason()))
                .filter(entry -> from == null || entry.updatedMillis() >= from.toEpochMilli())
                .filter(entry -> until == null || entry.updatedMillis() <= until.toEpochMilli())
                .toList();
        return Listing.of(call, "SuppressedDestinationSummaries", all, SuppressionActions::summary);
    }

    private SuppressedAddress existing(String address) {
        var entry = state.suppressions().get(address);
        if (entry == null) {
            throw new Refusal(
                    404, "NotFoundException", "Email address " + address + " does not exist on your suppression list.");
        }
        return entry;
    }

    private static ObjectNode summary(SuppressedAddress entry) {
        return Json.object()
                .put("EmailAddress", entry.address())
                .put("Reason", entry.reason())
                .put("LastUpdateTime", entry.updatedMillis() / 1000.0);
    }

    private static @Nullable Instant time(SesEndpoint.Call call, String name) {
        var text = call.request().parameter(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Validation.bad("Invalid " + name + ".");
        }
    }
}
