package io.tidings.core.notification;

import io.tidings.core.pacing.Lane;
import java.util.Locale;

/** Who overtakes whom. */
public enum Priority {
    HIGH(Lane.URGENT),
    NORMAL(Lane.NOTIFICATION);

    private final Lane lane;

    Priority(Lane lane) {
        this.lane = lane;
    }

    public Lane lane() {
        return lane;
    }

    /** As the API writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
