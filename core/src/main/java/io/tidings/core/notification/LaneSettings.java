package io.tidings.core.notification;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the lane treats what a program does not say itself.
 *
 * @param worth how long a mail of each category is worth sending
 * @param quietHours the account's
 * @param quietAccount whether account mail respects them
 * @param zone of who has none of his own
 * @param dailyCap how many mails a person gets a day, codes and account mail aside; 0 for any number
 */
public record LaneSettings(
        Map<Category, Duration> worth, QuietHours quietHours, boolean quietAccount, ZoneId zone, int dailyCap) {

    public static final LaneSettings DEFAULT = new LaneSettings(Map.of(), QuietHours.NONE, false, ZoneId.of("UTC"), 0);

    public LaneSettings {
        Map<Category, Duration> all = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            all.put(category, worth.getOrDefault(category, category.worth()));
        }
        worth = Collections.unmodifiableMap(all);
    }

    public Duration worth(Category category) {
        return worth.getOrDefault(category, category.worth());
    }

    /** The hours in which this mail waits. */
    QuietHours quietHours(Terms terms) {
        boolean exempt =
                terms.category() == Category.ONE_TIME_CODE || terms.category() == Category.ACCOUNT && !quietAccount;
        if (exempt) {
            return QuietHours.NONE;
        }
        QuietHours own = terms.quietHours();
        return own == null ? quietHours : own;
    }
}
