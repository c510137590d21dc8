package io.tidings.awslocal.sns;

import java.util.LinkedHashMap;
import java.util.Map;

/** A topic and the attributes that were set on it. */
public record Topic(String arn, Map<String, String> attributes) {

    String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** SNS: version 1 is SHA1withRSA and the default, 2 is SHA256withRSA. */
    String signatureVersion() {
        return attributes.getOrDefault("SignatureVersion", "1");
    }

    Topic with(String name, String value) {
        var changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return new Topic(arn, changed);
    }
}
