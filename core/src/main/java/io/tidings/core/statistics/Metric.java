package io.tidings.core.statistics;

import java.util.Optional;

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
    BOUNCED_LATE("bouncedLate", "bl"),
    /** Of mail to SES's mailbox simulator, what is counted above and belongs in no rate. */
    SIMULATED_ACCEPTED("simulatedAccepted", "xa"),
    SIMULATED_DELIVERED("simulatedDelivered", "xd"),
    SIMULATED_BOUNCED_PERMANENT("simulatedBouncedPermanent", "xp"),
    SIMULATED_BOUNCED_TRANSIENT("simulatedBouncedTransient", "xt"),
    SIMULATED_BOUNCED_UNDETERMINED("simulatedBouncedUndetermined", "xu"),
    SIMULATED_SUPPRESSED_BOUNCES("simulatedSuppressedBounces", "xs"),
    SIMULATED_COMPLAINED("simulatedComplained", "xc"),
    SIMULATED_ANSWERED("simulatedAnswered", "xn"),
    /** How many notifications reached something within so long of being ready ({@link Elapsed}); what happened to them is counted above. */
    WAITED_100MS("queueWait100ms", "wa"),
    WAITED_300MS("queueWait300ms", "wb"),
    WAITED_1S("queueWait1s", "wc"),
    WAITED_3S("queueWait3s", "wd"),
    WAITED_10S("queueWait10s", "we"),
    WAITED_30S("queueWait30s", "wf"),
    WAITED_2MIN("queueWait2min", "wg"),
    WAITED_10MIN("queueWait10min", "wh"),
    WAITED_LONGER("queueWaitLonger", "wi"),
    TAKEN_100MS("toAccepted100ms", "ta"),
    TAKEN_300MS("toAccepted300ms", "tb"),
    TAKEN_1S("toAccepted1s", "tc"),
    TAKEN_3S("toAccepted3s", "td"),
    TAKEN_10S("toAccepted10s", "te"),
    TAKEN_30S("toAccepted30s", "tf"),
    TAKEN_2MIN("toAccepted2min", "tg"),
    TAKEN_10MIN("toAccepted10min", "th"),
    TAKEN_LONGER("toAcceptedLonger", "ti"),
    ARRIVED_100MS("toDelivered100ms", "va"),
    ARRIVED_300MS("toDelivered300ms", "vb"),
    ARRIVED_1S("toDelivered1s", "vc"),
    ARRIVED_3S("toDelivered3s", "vd"),
    ARRIVED_10S("toDelivered10s", "ve"),
    ARRIVED_30S("toDelivered30s", "vf"),
    ARRIVED_2MIN("toDelivered2min", "vg"),
    ARRIVED_10MIN("toDelivered10min", "vh"),
    ARRIVED_LONGER("toDeliveredLonger", "vi");

    private final String key;
    private final String code;

    Metric(String key, String code) {
        this.key = key;
        this.code = code;
    }

    /** Under what the same is counted once more, when it happened to mail to the simulator; nothing where no rate asks. */
    public Optional<Metric> simulated() {
        return switch (this) {
            case ACCEPTED -> Optional.of(SIMULATED_ACCEPTED);
            case DELIVERED -> Optional.of(SIMULATED_DELIVERED);
            case BOUNCED_PERMANENT -> Optional.of(SIMULATED_BOUNCED_PERMANENT);
            case BOUNCED_TRANSIENT -> Optional.of(SIMULATED_BOUNCED_TRANSIENT);
            case BOUNCED_UNDETERMINED -> Optional.of(SIMULATED_BOUNCED_UNDETERMINED);
            case SUPPRESSED_BOUNCES -> Optional.of(SIMULATED_SUPPRESSED_BOUNCES);
            case COMPLAINED -> Optional.of(SIMULATED_COMPLAINED);
            case ANSWERED -> Optional.of(SIMULATED_ANSWERED);
            default -> Optional.empty();
        };
    }

    /** It says how long something took, of messages that are counted by what happened already. */
    public boolean isTime() {
        return compareTo(WAITED_100MS) >= 0;
    }

    public String key() {
        return key;
    }

    public String code() {
        return code;
    }
}
