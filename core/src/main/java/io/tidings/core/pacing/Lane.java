package io.tidings.core.pacing;

/** Who comes after may overtake who is before him in this list: it waits behind less of what others have reserved. */
public enum Lane {
    CAMPAIGN,
    NOTIFICATION,
    URGENT
}
