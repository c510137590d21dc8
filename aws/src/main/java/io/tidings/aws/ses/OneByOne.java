package io.tidings.aws.ses;

import io.tidings.core.sending.Mail;
import io.tidings.core.sending.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Mails that go in a call each. Who claimed them together has not for ever: after one call that SES did not answer in time, which may have
 * taken ten seconds, or when a few seconds are over, the others are not asked for now.
 */
final class OneByOne {

    /** With the turn before it, and one more call that SES does not answer, it stays below a lease. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();

    private OneByOne() {}

    static List<SendOutcome> send(List<Mail> mails, Function<Mail, SendOutcome> call) {
        return send(mails, call, System::nanoTime);
    }

    static List<SendOutcome> send(List<Mail> mails, Function<Mail, SendOutcome> call, LongSupplier nanos) {
        List<SendOutcome> outcomes = new ArrayList<>();
        boolean silent = false;
        long began = nanos.getAsLong();
        for (Mail mail : mails) {
            boolean over = nanos.getAsLong() - began > LONGEST_NANOS;
            SendOutcome outcome = silent || over
                    ? new SendOutcome.Throttled(
                            silent
                                    ? "not asked for: SES did not answer for the one before it"
                                    : "not asked for: those before it took long")
                    : call.apply(mail);
            silent |= outcome instanceof SendOutcome.Unknown;
            outcomes.add(outcome);
        }
        return outcomes;
    }
}
