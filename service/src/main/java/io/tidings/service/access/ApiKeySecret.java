package io.tidings.service.access;

import java.util.Optional;
import java.util.regex.Pattern;

/** An API key as its holder has it: {@code tidings_<id>_<secret>}. */
record ApiKeySecret(String id, String secret) {

    private static final String PREFIX = "tidings";
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,64}");

    static Optional<ApiKeySecret> parse(String text) {
        String[] parts = text.split("_", -1);
        return parts.length == 3 && parts[0].equals(PREFIX) && isId(parts[1])
                ? Optional.of(new ApiKeySecret(parts[1], parts[2]))
                : Optional.empty();
    }

    /** What cannot be one never reaches a store. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return PREFIX + "_" + id + "_" + secret;
    }
}
