package io.tidings.core.pacing;

/** Asks SES. GetAccount is allowed once a second, so the adapter remembers its answer for longer than that. */
public interface QuotaSource {

    /** @throws QuotaUnknown as long as SES has not said it */
    SendQuota current();

    /** For those who show it: nothing, while it is not known. */
    default double perSecond() {
        try {
            return current().perSecond();
        } catch (QuotaUnknown e) {
            return 0;
        }
    }
}
