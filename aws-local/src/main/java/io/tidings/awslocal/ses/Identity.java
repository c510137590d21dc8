package io.tidings.awslocal.ses;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain or an address that mail may come from.
 *
 * @param topics where bounces, complaints and deliveries are notified, by their type
 * @param headersIn of which types the notifications carry the original headers
 */
public record Identity(
        String name,
        boolean verified,
        @Nullable String configurationSet,
        boolean feedbackForwarding,
        @Nullable String mailFrom,
        boolean mailFromVerified,
        boolean rejectsOnMxFailure,
        Map<String, String> topics,
        Map<String, Boolean> headersIn) {

    static Identity named(String name, boolean verified, @Nullable String configurationSet) {
        return new Identity(name, verified, configurationSet, true, null, true, false, Map.of(), Map.of());
    }

    @JsonIgnore
    boolean isDomain() {
        return name.indexOf('@') < 0;
    }

    Identity withVerified(boolean isVerified) {
        return new Identity(
                name,
                isVerified,
                configurationSet,
                feedbackForwarding,
                mailFrom,
                mailFromVerified,
                rejectsOnMxFailure,
                topics,
                headersIn);
    }

    Identity withConfigurationSet(@Nullable String changed) {
        return new Identity(
                name,
                verified,
                changed,
                feedbackForwarding,
                mailFrom,
                mailFromVerified,
                rejectsOnMxFailure,
                topics,
                headersIn);
    }

    Identity withFeedbackForwarding(boolean on) {
        return new Identity(
                name,
                verified,
                configurationSet,
                on,
                mailFrom,
                mailFromVerified,
                rejectsOnMxFailure,
                topics,
                headersIn);
    }

    Identity withMailFrom(@Nullable String domain, boolean isVerified, boolean rejects) {
        return new Identity(
                name, verified, configurationSet, feedbackForwarding, domain, isVerified, rejects, topics, headersIn);
    }

    Identity withTopic(String type, @Nullable String arn) {
        var changed = new LinkedHashMap<>(topics);
        if (arn == null) {
            changed.remove(type);
        } else {
            changed.put(type, arn);
        }
        return new Identity(
                name,
                verified,
                configurationSet,
                feedbackForwarding,
                mailFrom,
                mailFromVerified,
                rejectsOnMxFailure,
                changed,
                headersIn);
    }

    Identity withHeadersIn(String type, boolean on) {
        var changed = new LinkedHashMap<>(headersIn);
        changed.put(type, on);
        return new Identity(
                name,
                verified,
                configurationSet,
                feedbackForwarding,
                mailFrom,
                mailFromVerified,
                rejectsOnMxFailure,
                topics,
                changed);
    }
}
