package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Configuration sets and their event destinations, of which SNS topics are supported. */
final class ConfigurationSetActions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MAX_DESTINATIONS = 10;
    private static final Set<String> TYPES = Set.of(
            "SEND",
            "REJECT",
            "BOUNCE",
            "COMPLAINT",
            "DELIVERY",
            "OPEN",
            "CLICK",
            "RENDERING_FAILURE",
            "DELIVERY_DELAY",
            "SUBSCRIPTION");

    private final SesState state;

    ConfigurationSetActions(SesState state) {
        this.state = state;
    }

    JsonNode create(JsonNode body) {
        var name = name(Json.string(body, "ConfigurationSetName", ""));
        var set = ConfigurationSet.named(name)
                .withSendingEnabled(
                        body.path("SendingOptions").path("SendingEnabled").asBoolean(true));
        if (body.hasNonNull("SuppressionOptions")) {
            set = set.withSuppressedReasons(AccountActions.reasons(body.path("SuppressionOptions")));
        }
        if (!state.configurationSets().add(name, set)) {
            throw new Refusal(400, "AlreadyExistsException", "Configuration set <" + name + "> already exists.");
        }
        return Json.object();
    }

    JsonNode list(SesEndpoint.Call call) {
        var all = state.configurationSets().all();
        return Listing.of(
                call,
                "ConfigurationSets",
                all,
                set -> Json.MAPPER.getNodeFactory().textNode(set.name()));
    }

    JsonNode get(String name) {
        var set = existing(name);
        var json = Json.object().put("ConfigurationSetName", name);
        json.putObject("SendingOptions").put("SendingEnabled", set.sendingEnabled());
        var reasons = set.suppressedReasons();
        if (reasons != null) {
            var shown = json.putObject("SuppressionOptions").putArray("SuppressedReasons");
            reasons.forEach(shown::add);
        }
        if (set.maxDeliverySeconds() != null) {
            json.putObject("DeliveryOptions").put("MaxDeliverySeconds", set.maxDeliverySeconds());
        }
        return json;
    }

    JsonNode delete(String name) {
        state.configurationSets().remove(existing(name).name());
        return Json.object();
    }

    JsonNode putSending(String name, JsonNode body) {
        var enabled = body.path("SendingEnabled").asBoolean(false);
        return changed(name, set -> set.withSendingEnabled(enabled));
    }

    JsonNode putSuppression(String name, JsonNode body) {
        var reasons = body.hasNonNull("SuppressedReasons") ? AccountActions.reasons(body) : null;
        return changed(name, set -> set.withSuppressedReasons(reasons));
    }

    JsonNode putDelivery(String name, JsonNode body) {
        var seconds = body.get("MaxDeliverySeconds");
        if (seconds != null && (seconds.asInt() < 300 || seconds.asInt() > 50_400)) {
            throw Validation.bad("MaxDeliverySeconds must be from 300 to 50400.");
        }
        return changed(name, set -> set.withMaxDeliverySeconds(seconds == null ? null : seconds.asInt()));
    }

    JsonNode destinations(String name) {
        var json = Json.object();
        var all = json.putArray("EventDestinations");
        existing(name).destinations().forEach(destination -> all.add(shown(destination)));
        return json;
    }

    JsonNode createDestination(String name, JsonNode body) {
        var set = existing(name);
        var destination =
                destination(name(Json.string(body, "EventDestinationName", "")), body.path("EventDestination"));
        if (set.has(destination.name())) {
            throw new Refusal(
                    400, "AlreadyExistsException", "Event destination <" + destination.name() + "> already exists.");
        }
        if (set.destinations().size() == MAX_DESTINATIONS) {
            throw new Refusal(400, "LimitExceededException", "At most 10 event destinations for a configuration set.");
        }
        return changed(name, old -> old.with(destination));
    }

    JsonNode updateDestination(String name, String destinationName, JsonNode body) {
        requireDestination(name, destinationName);
        var destination = destination(destinationName, body.path("EventDestination"));
        return changed(name, old -> old.with(destination));
    }

    JsonNode deleteDestination(String name, String destinationName) {
        requireDestination(name, destinationName);
        return changed(name, old -> old.without(destinationName));
    }

    private static EventDestination destination(String name, JsonNode definition) {
        for (var kind : definition.properties()) {
            if (kind.getKey().endsWith("Destination")
                    && !kind.getKey().equals("SnsDestination")
                    && !kind.getValue().isNull()) {
                throw Validation.bad("This emulator of SES publishes to SNS topics only, not to " + kind.getKey());
            }
        }
        var types = new LinkedHashSet<>(Json.strings(definition.get("MatchingEventTypes")));
        if (types.isEmpty() || !TYPES.containsAll(types)) {
            throw Validation.bad("MatchingEventTypes must be some of " + TYPES);
        }
        var topic = Json.string(definition.path("SnsDestination"), "TopicArn", "");
        if (!topic.startsWith("arn:aws:sns:")) {
            throw Validation.bad("SnsDestination.TopicArn is required.");
        }
        return new EventDestination(name, definition.path("Enabled").asBoolean(false), types, topic);
    }

    private static ObjectNode shown(EventDestination destination) {
        var json = Json.object().put("Name", destination.name()).put("Enabled", destination.enabled());
        var types = json.putArray("MatchingEventTypes");
        destination.types().forEach(types::add);
        json.putObject("SnsDestination").put("TopicArn", destination.topicArn());
        return json;
    }

    private JsonNode changed(String name, UnaryOperator<ConfigurationSet> change) {
        state.configurationSets().change(existing(name).name(), change);
        return Json.object();
    }

    private void requireDestination(String name, String destination) {
        if (!existing(name).has(destination)) {
            throw new Refusal(404, "NotFoundException", "Event destination <" + destination + "> does not exist.");
        }
    }

    private ConfigurationSet existing(String name) {
        var set = state.configurationSets().get(name);
        if (set == null) {
            throw new Refusal(404, "NotFoundException", "Configuration set <" + name + "> does not exist.");
        }
        return set;
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Validation.bad("Invalid name <" + name + ">: letters, digits, '_', '-', at most 64 characters.");
        }
        return name;
    }
}
