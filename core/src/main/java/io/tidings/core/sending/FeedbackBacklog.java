package io.tidings.core.sending;

/** What SES has reported and nobody has recorded yet. */
public interface FeedbackBacklog {

    /**
     * @param waiting reports nobody has taken yet
     * @param inWork reports somebody took; when he died, they wait again after the redelivery time
     * @param parked reports nobody could record, which wait for a person
     */
    record Depth(long waiting, long inWork, long parked) {}

    Depth depth();
}
