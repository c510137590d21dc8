package io.tidings.aws.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.core.feedback.Detail.Preferences;
import io.tidings.core.feedback.Detail.Visit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What SES says of an open, a click or a change of subscriptions. */
final class SesDetail {

    /** SES's own limit is below; what is longer names no topic of ours. */
    private static final int LONGEST_TOPIC = 64;

    private SesDetail() {}

    /** What was not said before and is said now; who is out of a topic and stays out has left it all the same. */
    static Preferences preferences(JsonNode before, JsonNode after) {
        boolean leftAll = after.path("unsubscribeAll").asBoolean(false);
        Set<String> joined = topics(after, "OptIn");
        joined.retainAll(topics(before, "OptOut"));
        return new Preferences(
                leftAll, !leftAll && before.path("unsubscribeAll").asBoolean(false), topics(after, "OptOut"), joined);
    }

    private static Set<String> topics(JsonNode preferences, String status) {
        Set<String> topics = new HashSet<>();
        for (JsonNode topic : preferences.path("topicSubscriptionStatus")) {
            String name = topic.path("topicName").asText("");
            if (topic.path("subscriptionStatus").asText("").equalsIgnoreCase(status)
                    && !name.isBlank()
                    && name.length() <= LONGEST_TOPIC) {
                topics.add(name);
            }
        }
        return topics;
    }

    static Visit visit(JsonNode visit) {
        return new Visit(text(visit, "userAgent"), text(visit, "ipAddress"), text(visit, "link"), automated(visit));
    }

    /** SES marks visits of machines, in a field whose name may change: whatever speaks of a bot and says yes or no, counts. */
    private static @Nullable Boolean automated(JsonNode visit) {
        for (var field : visit.properties()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            boolean speaksOfMachines = name.contains("bot") || name.contains("machine") || name.contains("automat");
            if (speaksOfMachines && field.getValue().isValueNode()) {
                return field.getValue().asBoolean(false);
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
