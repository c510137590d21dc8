package io.tidings.core.statistics;

import java.util.Locale;

/** By what messages are told apart when they are counted, and over which times each is counted. */
public enum Family {
    /** Days and hours. */
    STREAM,
    /** All of its time, and hours. */
    CAMPAIGN,
    /** These and all that follow: days. */
    TEMPLATE,
    TOPIC,
    CATEGORY,
    PROVIDER,
    /** Only what the recipient's server answered, and what came after. */
    DOMAIN,
    /** Only what went wrong with an SMTP status. */
    STATUS,
    /** As {@link #STATUS}; the name is the domain and the status with a blank between. */
    DOMAIN_STATUS;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
