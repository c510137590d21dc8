package io.tidings.awslocal.sns;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;

/** A queue that gets what a topic gets. */
public record Subscription(
        String arn, String topicArn, String protocol, String endpoint, Map<String, String> attributes) {

    @JsonIgnore
    String queue() {
        return endpoint.substring(endpoint.lastIndexOf(':') + 1);
    }

    @JsonIgnore
    boolean isRaw() {
        return Boolean.parseBoolean(attributes.get("RawMessageDelivery"));
    }

    Subscription with(String name, String value) {
        var changed = new LinkedHashMap<>(attributes);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Subscription(arn, topicArn, protocol, endpoint, changed);
    }
}
