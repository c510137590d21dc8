package io.tidings.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.bench.processes.Installation;

/** What the embedded SES wrote down before it answered. */
record Witness(long mails, long people) {

    static Witness of(Installation tidings, String campaign) {
        JsonNode summary = tidings.witness(campaign);
        return new Witness(
                summary.path("mails").asLong(),
                summary.path("distinctRecipients").asLong());
    }
}
