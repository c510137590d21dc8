package io.tidings.core.campaign;

import java.util.EnumSet;
import java.util.Set;

public enum CampaignState {
    DRAFT,
    SCHEDULED,
    LAUNCHING,
    SENDING,
    PAUSED,
    FINISHED,
    CANCELLED;

    /** What a marketer may do with a campaign in this state. */
    Set<Verb> allowed() {
        return switch (this) {
            case DRAFT -> EnumSet.of(Verb.EDIT, Verb.LAUNCH, Verb.SCHEDULE, Verb.SPEED, Verb.ARCHIVE);
            case SCHEDULED -> EnumSet.of(Verb.SCHEDULE, Verb.UNSCHEDULE, Verb.SPEED, Verb.CANCEL);
            case LAUNCHING -> EnumSet.of(Verb.TAKE_BACK, Verb.CANCEL);
            case SENDING -> EnumSet.of(Verb.PAUSE, Verb.CANCEL, Verb.SPEED);
            case PAUSED -> EnumSet.of(Verb.RESUME, Verb.CANCEL, Verb.SPEED);
            case FINISHED -> EnumSet.of(Verb.RETRY_MISSED, Verb.ARCHIVE);
            case CANCELLED -> EnumSet.of(Verb.ARCHIVE);
        };
    }

    /** Workers have something to do for it. */
    public boolean underWay() {
        return this == LAUNCHING || this == SENDING;
    }

    public enum Verb {
        EDIT,
        LAUNCH,
        SCHEDULE,
        UNSCHEDULE,
        /** As long as nothing is planned, a launch can be undone whole. */
        TAKE_BACK,
        PAUSE,
        RESUME,
        CANCEL,
        /** Changes the campaign's own speed limit. */
        SPEED,
        RETRY_MISSED,
        ARCHIVE,
        UNARCHIVE
    }
}
