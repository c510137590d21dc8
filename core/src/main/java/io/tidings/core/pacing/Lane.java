package io.tidings.core.pacing;

/** Notifications overtake: they never wait behind what campaigns have reserved. */
public enum Lane {
    CAMPAIGN,
    NOTIFICATION
}
