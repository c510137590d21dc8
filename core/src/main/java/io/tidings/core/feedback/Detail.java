package io.tidings.core.feedback;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a report says beyond its kind. */
public sealed interface Detail permits Bounce, Detail.Visit, Detail.Preferences {

    /**
     * Somebody or something opened the mail or followed a link.
     *
     * @param automated whether SES itself says that it was a machine; null when it says nothing
     */
    record Visit(
            @Nullable String agent,
            @Nullable String ip,
            @Nullable String link,
            @Nullable Boolean automated) implements Detail {}

    /** What a person changed in SES's own subscription pages. */
    record Preferences(boolean leftAll, boolean cameBack, Set<String> leftTopics, Set<String> joinedTopics)
            implements Detail {}
}
