package io.tidings.core.statistics;

/** The two kinds of mail; each is counted apart, and both together are their sum. */
public enum Stream {
    CAMPAIGN,
    NOTIFICATION
}
