package io.tidings.awslocal.ses;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings under a name that mail is sent with. */
public record ConfigurationSet(
        String name,
        boolean sendingEnabled,
        @Nullable List<String> suppressedReasons,
        @Nullable Integer maxDeliverySeconds,
        List<EventDestination> destinations) {

    static ConfigurationSet named(String name) {
        return new ConfigurationSet(name, true, null, null, List.of());
    }

    ConfigurationSet withSendingEnabled(boolean enabled) {
        return new ConfigurationSet(name, enabled, suppressedReasons, maxDeliverySeconds, destinations);
    }

    ConfigurationSet withSuppressedReasons(@Nullable List<String> reasons) {
        return new ConfigurationSet(name, sendingEnabled, reasons, maxDeliverySeconds, destinations);
    }

    ConfigurationSet withMaxDeliverySeconds(@Nullable Integer seconds) {
        return new ConfigurationSet(name, sendingEnabled, suppressedReasons, seconds, destinations);
    }

    /** With that destination, in place of one of its name. */
    ConfigurationSet with(EventDestination destination) {
        var changed = new ArrayList<>(without(destination.name()).destinations);
        changed.add(destination);
        return new ConfigurationSet(name, sendingEnabled, suppressedReasons, maxDeliverySeconds, changed);
    }

    ConfigurationSet without(String destination) {
        var left = destinations.stream()
                .filter(other -> !other.name().equals(destination))
                .toList();
        return new ConfigurationSet(name, sendingEnabled, suppressedReasons, maxDeliverySeconds, left);
    }

    boolean has(String destination) {
        return destinations.stream().anyMatch(other -> other.name().equals(destination));
    }
}
