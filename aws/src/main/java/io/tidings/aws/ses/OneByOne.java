package io.tidings.aws.ses;

import io.tidings.core.sending.Mail;
import io.tidings.core.sending.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Mails that go in a call each. Who claimed them together has not for ever: after one call that SES did not answer in time, which may have
 * taken ten seconds, the others are not asked for now.
 */
final class OneByOne {

    private OneByOne() {}

    static List<SendOutcome> send(List<Mail> mails, Function<Mail, SendOutcome> call) {
        List<SendOutcome> outcomes = new ArrayList<>();
        boolean silent = false;
        for (Mail mail : mails) {
            SendOutcome outcome = silent
                    ? new SendOutcome.NotReached("not asked for: SES did not answer for the one before it")
                    : call.apply(mail);
            silent |= outcome instanceof SendOutcome.Unknown;
            outcomes.add(outcome);
        }
        return outcomes;
    }
}
