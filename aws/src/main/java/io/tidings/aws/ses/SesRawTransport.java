package io.tidings.aws.ses;

import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;

/** One whole message a call, by SES v1: for endpoints that have no SES v2. */
public final class SesRawTransport implements MailTransport {

    private final SesClient client;
    private final String configurationSet;

    public SesRawTransport(SesClient client, String configurationSet) {
        this.client = client;
        this.configurationSet = configurationSet;
    }

    @Override
    public List<SendOutcome> send(List<Mail> mails) {
        return OneByOne.send(mails, this::send);
    }

    private SendOutcome send(Mail mail) {
        Optional<String> problem = MailHeaders.problem(mail.headers());
        if (problem.isPresent()) {
            return new SendOutcome.Refused(problem.get());
        }
        try {
            return new SendOutcome.Accepted(client.sendRawEmail(request -> request.source(SenderHeader.of(mail.from()))
                            .destinations(mail.to().toString())
                            .configurationSetName(configurationSet)
                            .tags(tags(mail))
                            .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(MimeMessage.of(mail)))))
                    .messageId());
        } catch (SdkException e) {
            return SesOutcomes.of(e, mail.from().address());
        }
    }

    private static List<MessageTag> tags(Mail mail) {
        List<MessageTag> tags = new ArrayList<>();
        mail.tags()
                .forEach((name, value) ->
                        tags.add(MessageTag.builder().name(name).value(value).build()));
        return tags;
    }
}
