package io.tidings.core.statistics;

/** What is counted. The codes are how the table calls them, so they stay; none begins with another one or with a digit. */
public enum Metric {
    AUDIENCE("audience", "au"),
    CLAIMED("claimed", "cm"),
    ACCEPTED("accepted", "ac"),
    SKIPPED("skipped", "sk"),
    REFUSED("refused", "rf"),
    /** Those of the refused with whom it may succeed later. */
    REFUSED_FOR_NOW("refusedForNow", "rn"),
    /** Those of the unknown who are not asked for again. */
    LEFT_UNKNOWN("leftUnknown", "lu"),
    DELAYED("delayed", "dl"),
    DELIVERED("delivered", "de"),
    BOUNCED_PERMANENT("bouncedPermanent", "bp"),
    BOUNCED_TRANSIENT("bouncedTransient", "bt"),
    BOUNCED_UNDETERMINED("bouncedUndetermined", "bu"),
    SUPPRESSED_BOUNCES("suppressedBounces", "sb"),
    AUTO_REPLIED("autoReplied", "ar"),
    COMPLAINED("complained", "co"),
    OPENED("opened", "op"),
    OPENED_BY_HUMAN("openedByHuman", "oh"),
    OPENED_BY_MACHINE("openedByMachine", "om"),
    CLICKED("clicked", "cl"),
    CLICKED_BY_HUMAN("clickedByHuman", "ch"),
    CLICKED_BY_MACHINE("clickedByMachine", "ck"),
    UNSUBSCRIBED("unsubscribed", "un"),
    REJECTED("rejected", "rj"),
    RENDERING_FAILED("renderingFailed", "re"),
    MESSAGE_FAULTS("messageFaults", "mf"),
    OTHER("other", "ot"),
    /** The recipient's server gave an answer: delivered or bounced, each message once. */
    ANSWERED("answered", "an"),
    /** Bounced although it had been delivered. */
    BOUNCED_AFTER_DELIVERY("bouncedAfterDelivery", "bd"),
    /** Bounced more than a day after SES took it. */
    BOUNCED_LATE("bouncedLate", "bl");

    private final String key;
    private final String code;

    Metric(String key, String code) {
        this.key = key;
        this.code = code;
    }

    public String key() {
        return key;
    }

    public String code() {
        return code;
    }
}
