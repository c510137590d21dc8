package io.tidings.aws.ses;

import io.tidings.core.campaign.Sender;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import io.tidings.core.template.RenderedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntryResult;
import software.amazon.awssdk.services.sesv2.model.EmailTemplateContent;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendBulkEmailResponse;
import software.amazon.awssdk.services.sesv2.model.Template;

/** Fifty messages a call: the inline template is one variable each for subject, HTML and text, filled with what we rendered. */
public final class SesBulkTransport implements MailTransport {

    // SES: the data of one template is at most 262,144 characters. A larger mail goes by itself.
    private static final int LONGEST_DATA = 262_144;
    private static final EmailTemplateContent FRAME = EmailTemplateContent.builder()
            .subject("{{s}}")
            .html("{{h}}")
            .text("{{t}}")
            .build();

    private final SesV2Client client;
    private final String configurationSet;
    private final SesSingleTransport single;

    public SesBulkTransport(SesV2Client client, String configurationSet) {
        this.client = client;
        this.configurationSet = configurationSet;
        this.single = new SesSingleTransport(client, configurationSet);
    }

    @Override
    public List<SendOutcome> send(List<Mail> mails) {
        SendOutcome[] outcomes = new SendOutcome[mails.size()];
        List<BulkEmailEntry> entries = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            String data = data(mails.get(i));
            Optional<String> problem = MailHeaders.problem(mails.get(i).headers());
            if (problem.isPresent()) {
                outcomes[i] = new SendOutcome.Refused(problem.get());
            } else if (data.length() > LONGEST_DATA || SesSingleTransport.isWhole(mails.get(i))) {
                outcomes[i] = single.send(mails.get(i));
            } else {
                entries.add(entry(mails.get(i), data));
                positions.add(i);
            }
        }
        if (!entries.isEmpty()) {
            List<SendOutcome> answers = sendTogether(mails.getFirst().from(), entries);
            for (int i = 0; i < answers.size(); i++) {
                outcomes[positions.get(i)] = answers.get(i);
            }
        }
        return List.of(outcomes);
    }

    private List<SendOutcome> sendTogether(Sender from, List<BulkEmailEntry> entries) {
        try {
            SendBulkEmailResponse response =
                    client.sendBulkEmail(request -> request.fromEmailAddress(SenderHeader.of(from))
                            .configurationSetName(configurationSet)
                            .defaultContent(content -> content.template(Template.builder()
                                    .templateContent(FRAME)
                                    .templateData("{}")
                                    .build()))
                            .bulkEmailEntries(entries));
            List<SendOutcome> outcomes = new ArrayList<>();
            for (BulkEmailEntryResult result : response.bulkEmailEntryResults()) {
                outcomes.add(SesOutcomes.of(result.status(), result.error(), result.messageId(), from.address()));
            }
            while (outcomes.size() < entries.size()) {
                outcomes.add(new SendOutcome.Unknown("SES answered for fewer messages than it was given"));
            }
            return outcomes;
        } catch (SdkException e) {
            SendOutcome all = SesOutcomes.of(e, from.address());
            return entries.stream().map(_ -> all).toList();
        }
    }

    private static BulkEmailEntry entry(Mail mail, String data) {
        return BulkEmailEntry.builder()
                .destination(to -> to.toAddresses(mail.to().toString()))
                .replacementEmailContent(
                        content -> content.replacementTemplate(template -> template.replacementTemplateData(data)))
                .replacementHeaders(headers(mail.headers()))
                .replacementTags(tags(mail.tags()))
                .build();
    }

    private static String data(Mail mail) {
        RenderedContent content = mail.content();
        int usual = content.subject().length()
                + content.html().length()
                + content.text().length();
        StringBuilder data = new StringBuilder(usual + usual / 8 + 64);
        JsonText.quote(content.subject(), data.append("{\"s\":\""));
        JsonText.quote(content.html(), data.append("\",\"h\":\""));
        JsonText.quote(content.text(), data.append("\",\"t\":\""));
        return data.append("\"}").toString();
    }

    static List<MessageHeader> headers(Map<String, String> headers) {
        List<MessageHeader> all = new ArrayList<>();
        headers.forEach((name, value) ->
                all.add(MessageHeader.builder().name(name).value(value).build()));
        return all;
    }

    static List<MessageTag> tags(Map<String, String> tags) {
        List<MessageTag> all = new ArrayList<>();
        tags.forEach((name, value) ->
                all.add(MessageTag.builder().name(name).value(value).build()));
        return all;
    }
}
