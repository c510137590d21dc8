package io.tidings.aws.ses;

import io.tidings.core.sending.Mail;
import io.tidings.core.sending.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Mails that go in a call each. After one that SES did not take for a reason that is not the mail's, the others are not asked for:
 * they would fare no better, and who claimed them together has not for ever.
 */
final class OneByOne {

    private OneByOne() {}

    static List<SendOutcome> send(List<Mail> mails, Function<Mail, SendOutcome> call) {
        List<SendOutcome> outcomes = new ArrayList<>();
        Optional<SendOutcome> rest = Optional.empty();
        for (Mail mail : mails) {
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
                Optional.of(new SendOutcome.Throttled("not asked for: SES did not answer for the one before it"));
            case SendOutcome.Throttled _, SendOutcome.QuotaSpent _, SendOutcome.Halted _ -> Optional.of(outcome);
        };
    }
}
