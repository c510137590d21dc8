package io.tidings.awslocal.ses;

import java.time.Instant;

/** A template that was stored under a name. */
public record StoredTemplate(String name, Content content, long createdMillis) {

    /** The parts in which variables are filled in. */
    public record Content(String subject, String text, String html) {}

    Instant created() {
        return Instant.ofEpochMilli(createdMillis);
    }
}
