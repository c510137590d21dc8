package io.tidings.aws.ses;

import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;

/** One message a call, for what is too big for a bulk call and for endpoints without one. */
public final class SesSingleTransport implements MailTransport {

    private final SesV2Client client;
    private final String configurationSet;

    public SesSingleTransport(SesV2Client client, String configurationSet) {
        this.client = client;
        this.configurationSet = configurationSet;
    }

    @Override
    public List<SendOutcome> send(List<Mail> mails) {
        return OneByOne.send(mails, this::send);
    }

    SendOutcome send(Mail mail) {
        Optional<String> problem = MailHeaders.problem(mail.headers());
        if (problem.isPresent()) {
            return new SendOutcome.Refused(problem.get());
        }
        try {
            return new SendOutcome.Accepted(client.sendEmail(
                            request -> request.fromEmailAddress(SenderHeader.of(mail.from()))
                                    .destination(to -> to.toAddresses(mail.to().toString()))
                                    .configurationSetName(configurationSet)
                                    .emailTags(SesBulkTransport.tags(mail.tags()))
                                    .content(isWhole(mail) ? whole(mail) : simple(mail)))
                    .messageId());
        } catch (SdkException e) {
            return SesOutcomes.of(e, mail.from().address());
        }
    }

    /** Files, and an address for answers, are part of a message that we write ourselves. */
    static boolean isWhole(Mail mail) {
        return !mail.attachments().isEmpty() || mail.headers().containsKey("Reply-To");
    }

    private static EmailContent whole(Mail mail) {
        return EmailContent.builder()
                .raw(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(MimeMessage.of(mail))))
                .build();
    }

    private static EmailContent simple(Mail mail) {
        return EmailContent.builder()
                .simple(simple -> simple.subject(utf8(mail.content().subject()))
                        .body(body -> body.html(utf8(mail.content().html().toString()))
                                .text(utf8(mail.content().text().toString())))
                        .headers(SesBulkTransport.headers(mail.headers())))
                .build();
    }

    private static Content utf8(String text) {
        return Content.builder().charset("UTF-8").data(text).build();
    }
}
