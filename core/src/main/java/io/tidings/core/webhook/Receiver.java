package io.tidings.core.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts an event, signed, to where a webhook points. */
public interface Receiver {

    Answer post(Webhook webhook, List<String> secrets, String eventId, String body);

    sealed interface Answer {}

    record Took(int status) implements Answer {}

    /** @param tryAgain what it asks for with Retry-After */
    record Refused(int status, String why, @Nullable Duration tryAgain) implements Answer {}

    /** It wants no more events, ever. */
    record Gone(int status) implements Answer {}

    /** No answer: no such host, no connection, no answer in time, or an address that is not to be reached. */
    record Unreached(String why) implements Answer {}
}
