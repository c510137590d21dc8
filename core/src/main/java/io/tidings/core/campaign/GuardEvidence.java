package io.tidings.core.campaign;

import java.util.List;
import java.util.Locale;

/**
 * The figures that made the guard pause a campaign, as they were then.
 *
 * @param count bounces or complaints
 * @param of messages that SES took and tried
 * @param bound the true rate is above it, as far as so few messages can tell
 * @param limit what it must not exceed
 * @param since 0, or how many had been tried when somebody resumed it knowing the figures; counted is only what came after
 * @param domains where most of them were, of those looked at
 */
public record GuardEvidence(
        PauseKind kind,
        long count,
        long of,
        double bound,
        double limit,
        long since,
        List<DomainCount> domains,
        List<Example> examples) {

    public static final int MOST_DOMAINS = 5;
    public static final int MOST_EXAMPLES = 5;

    public record DomainCount(String domain, long count) {}

    /** @param why what the recipient's server said, in its words or ours */
    public record Example(String address, String why) {}

    public GuardEvidence {
        domains = List.copyOf(domains);
        examples = List.copyOf(examples);
    }

    public double rate() {
        return (double) count / of;
    }

    /** The rest of the evidence, once it was looked up. */
    public GuardEvidence with(List<DomainCount> where, List<Example> sample) {
        return new GuardEvidence(kind, count, of, bound, limit, since, where, sample);
    }

    String words() {
        return count + " of " + of + " are " + percent(rate()) + "; the limit is " + percent(limit);
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, fraction < 0.01 ? "%.2f %%" : "%.1f %%", fraction * 100);
    }
}
