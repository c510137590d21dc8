package io.tidings.core.sending;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether SES's silence about a message means that it never took it. Time alone proves nothing while reports lie unread: the
 * processor may be down, or behind.
 */
public final class FeedbackSilence {

    private final FeedbackBacklog backlog;
    private final InstantSource clock;
    private final SendSettings settings;

    public FeedbackSilence(FeedbackBacklog backlog, InstantSource clock, SendSettings settings) {
        this.backlog = backlog;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whether a message asked for at {@code askedAt}, and not settled, may be asked for again. */
    public boolean provesNotTaken(@Nullable Instant askedAt) {
        if (askedAt == null) {
            return true;
        }
        Instant graceEnds = askedAt.plus(settings.grace());
        if (graceEnds.isAfter(clock.instant())) {
            return false;
        }
        FeedbackBacklog.Depth depth = backlog.depth();
        if (depth.waiting() > 0) {
            return false;
        }
        // On a busy system somebody is always at work; what a dead one held has come back by then, and been counted as
        // waiting.
        return depth.inWork() == 0 || graceEnds.plus(settings.redelivery()).isBefore(clock.instant());
    }
}
