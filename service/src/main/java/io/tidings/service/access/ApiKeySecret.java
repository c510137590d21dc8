package io.tidings.service.access;

import java.util.Optional;

/** An API key as its holder has it: {@code tidings_<id>_<secret>}. */
record ApiKeySecret(String id, String secret) {

    private static final String PREFIX = "tidings";

    static Optional<ApiKeySecret> parse(String text) {
        String[] parts = text.split("_", -1);
        return parts.length == 3 && parts[0].equals(PREFIX) && !parts[1].isEmpty() && parts[1].length() <= 64
                ? Optional.of(new ApiKeySecret(parts[1], parts[2]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + "_" + id + "_" + secret;
    }
}
