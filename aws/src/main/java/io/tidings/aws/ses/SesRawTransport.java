package io.tidings.aws.ses;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.sending.SendOutcome.Halted;
import io.tidings.core.sending.SendOutcome.Refused;
import io.tidings.core.sending.SendOutcome.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

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
            return new Refused(problem.get());
        }
        try {
            return new SendOutcome.Accepted(client.sendRawEmail(request -> request.source(SenderHeader.of(mail.from()))
                            .destinations(mail.to().toString())
                            .configurationSetName(configurationSet)
                            .tags(tags(mail))
                            .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(MimeMessage.of(mail)))))
                    .messageId());
        } catch (SdkException e) {
            return outcome(e, mail.from().address());
        }
    }

    private static SendOutcome outcome(SdkException fault, EmailAddress sender) {
        if (!(fault instanceof SesException answer) || answer.awsErrorDetails() == null) {
            return SesOutcomes.of(fault, sender);
        }
        String text = String.valueOf(answer.awsErrorDetails().errorMessage());
        return switch (answer.awsErrorDetails().errorCode()) {
            case "Throttling", "ThrottlingException" -> SesOutcomes.throttled(text);
            case "MessageRejected" -> SesOutcomes.rejected(text, sender);
            case "AccountSendingPausedException" -> new Halted(PauseKind.SENDING_PAUSED, text);
            case "ConfigurationSetSendingPausedException" -> new Halted(PauseKind.CONFIGURATION_SET_PAUSED, text);
            case "ConfigurationSetDoesNotExist", "ConfigurationSetDoesNotExistException" ->
                new Halted(PauseKind.CONFIGURATION_SET_MISSING, text);
            case "MailFromDomainNotVerifiedException" -> new Halted(PauseKind.MAIL_FROM_NOT_VERIFIED, text);
            default -> byStatus(answer.statusCode(), text);
        };
    }

    private static SendOutcome byStatus(int status, String text) {
        if (status == 401 || status == 403) {
            return new Halted(PauseKind.CREDENTIALS_REFUSED, text);
        }
        return status >= 500 ? new Unknown(text) : new Refused(text);
    }

    private static List<MessageTag> tags(Mail mail) {
        List<MessageTag> tags = new ArrayList<>();
        mail.tags()
                .forEach((name, value) ->
                        tags.add(MessageTag.builder().name(name).value(value).build()));
        return tags;
    }
}
