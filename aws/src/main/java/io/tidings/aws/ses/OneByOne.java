package io.tidings.aws.ses;

import io.tidings.core.sending.Mail;
import io.tidings.core.sending.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Mails that go in a call each. After one that SES did not take for a reason that is not the mail's, or when some seconds are over, the
 * others are not asked for: they would fare no better, and who claimed them together has not for ever.
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
        Optional<SendOutcome> rest = Optional.empty();
        long began = nanos.getAsLong();
        for (Mail mail : mails) {
            if (rest.isEmpty() && nanos.getAsLong() - began > LONGEST_NANOS) {
                rest = Optional.of(new SendOutcome.NotReached("not asked for: those before it took long"));
            }
            SendOutcome outcome = rest.isPresent() ? rest.get() : call.apply(mail);
            outcomes.add(outcome);
            rest = rest.or(() -> ofTheOthers(outcome));
        }
        return outcomes;
    }

    private static Optional<SendOutcome> ofTheOthers(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted _, SendOutcome.Refused _, SendOutcome.RefusedForNow _ -> Optional.empty();
            case SendOutcome.Unknown _ ->
                Optional.of(new SendOutcome.NotReached("not asked for: SES did not answer for the one before it"));
            case SendOutcome.Throttled _, SendOutcome.NotReached _, SendOutcome.QuotaSpent _, SendOutcome.Halted _ ->
                Optional.of(outcome);
        };
    }
}
