package io.tidings.core.statistics;

/** What is counted. The names are what the table's attributes are called, so they stay. */
public enum Metric {
    AUDIENCE("audience"),
    CLAIMED("claimed"),
    ACCEPTED("accepted"),
    SKIPPED("skipped"),
    REFUSED("refused"),
    /** Those of the refused with whom it may succeed later. */
    REFUSED_FOR_NOW("refusedForNow"),
    /** Those of the unknown who are not asked for again. */
    LEFT_UNKNOWN("leftUnknown"),
    DELAYED("delayed"),
    DELIVERED("delivered"),
    BOUNCED_PERMANENT("bouncedPermanent"),
    BOUNCED_TRANSIENT("bouncedTransient"),
    BOUNCED_UNDETERMINED("bouncedUndetermined"),
    SUPPRESSED_BOUNCES("suppressedBounces"),
    AUTO_REPLIED("autoReplied"),
    COMPLAINED("complained"),
    OPENED("opened"),
    OPENED_BY_HUMAN("openedByHuman"),
    OPENED_BY_MACHINE("openedByMachine"),
    CLICKED("clicked"),
    CLICKED_BY_HUMAN("clickedByHuman"),
    CLICKED_BY_MACHINE("clickedByMachine"),
    UNSUBSCRIBED("unsubscribed"),
    REJECTED("rejected"),
    RENDERING_FAILED("renderingFailed"),
    MESSAGE_FAULTS("messageFaults"),
    OTHER("other");

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
