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
    public Set<Verb> allowed() {
        return switch (this) {
            case DRAFT -> EnumSet.of(Verb.EDIT, Verb.LAUNCH);
            case SCHEDULED, LAUNCHING -> EnumSet.of(Verb.CANCEL);
            case SENDING -> EnumSet.of(Verb.PAUSE, Verb.CANCEL);
            case PAUSED -> EnumSet.of(Verb.RESUME, Verb.CANCEL);
            case FINISHED, CANCELLED -> EnumSet.noneOf(Verb.class);
        };
    }

    /** Workers have something to do for it. */
    public boolean underWay() {
        return this == LAUNCHING || this == SENDING;
    }

    public enum Verb {
        EDIT,
        LAUNCH,
        PAUSE,
        RESUME,
        CANCEL
    }
}
