package io.tidings.core.sending;

import java.util.List;

public interface MailTransport {

    /** Hands over at most 50 messages of one sender; one outcome for each, in order. Never throws for what SES answers. */
    List<SendOutcome> send(List<Mail> mails);
}
