package io.tidings.awslocal.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import java.util.HashSet;
import java.util.regex.Pattern;

/** The rules for a batch as a whole. */
final class Batch {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final int MOST = 10;

    private Batch() {}

    static JsonNode entries(JsonNode request) {
        var entries = request.path("Entries");
        if (!entries.isArray() || entries.isEmpty()) {
            throw SqsErrors.of("EmptyBatchRequest", "There should be at least one entry in the request.");
        }
        if (entries.size() > MOST) {
            throw SqsErrors.of(
                    "TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
        }
        var ids = new HashSet<String>();
        for (var entry : entries) {
            var id = Json.string(entry, "Id", "");
            if (!ID.matcher(id).matches()) {
                throw SqsErrors.of(
                        "InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be"
                                + " at most 80 letters long.");
            }
            if (!ids.add(id)) {
                throw SqsErrors.of("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
            }
        }
        return entries;
    }
}
