package io.tidings.aws.ses;

import io.tidings.core.campaign.Sender;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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

/**
 * Fifty messages a call. The inline template of the call is what their texts have in common, so that each brings along only what is its
 * own: a tenth of the bytes to escape, to sign and to carry.
 */
public final class SesBulkTransport implements MailTransport {

    // SES: the data of one template is at most 262,144 characters. A larger mail goes by itself.
    private static final int LONGEST_DATA = 262_144;

    private static final int A_LITTLE = 1_024;

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
        List<Integer> alone = new ArrayList<>();
        SharedText html = SharedText.of(
                'h', mails.stream().map(mail -> mail.content().html()).toList());
        SharedText text = SharedText.of(
                't', mails.stream().map(mail -> mail.content().text()).toList());
        Map<String, String> headers = shared(mails);
        boolean together = html.template().length() + text.template().length() <= LONGEST_DATA;
        for (int i = 0; i < mails.size(); i++) {
            Mail mail = mails.get(i);
            Map<String, String> own = new HashMap<>(mail.headers());
            own.keySet().removeAll(headers.keySet());
            Optional<String> problem = MailHeaders.problem(own);
            if (problem.isPresent()) {
                outcomes[i] = new SendOutcome.Refused(problem.get());
                continue;
            }
            String data = together && !SesSingleTransport.isWhole(mail) ? data(mail, html, text) : null;
            if (data == null || data.length() > LONGEST_DATA) {
                alone.add(i);
            } else {
                entries.add(entry(mail, own, data));
                positions.add(i);
            }
        }
        if (!entries.isEmpty()) {
            EmailTemplateContent template = EmailTemplateContent.builder()
                    .subject("{{s}}")
                    .html(html.template())
                    .text(text.template())
                    .build();
            List<Mail> entered = positions.stream().map(mails::get).toList();
            put(sendTogether(entered, template, headers(headers), entries), positions, outcomes);
        }
        put(single.send(alone.stream().map(mails::get).toList()), alone, outcomes);
        return List.of(outcomes);
    }

    private static void put(List<SendOutcome> answers, List<Integer> positions, SendOutcome[] outcomes) {
        for (int i = 0; i < answers.size(); i++) {
            outcomes[positions.get(i)] = answers.get(i);
        }
    }

    /** What all say. SES adds an entry's own headers to those of the call, and the entry's win. */
    private static Map<String, String> shared(List<Mail> mails) {
        Map<String, String> shared = new HashMap<>(mails.getFirst().headers());
        mails.forEach(mail -> shared.entrySet().retainAll(mail.headers().entrySet()));
        return MailHeaders.problem(shared).isPresent() ? Map.of() : shared;
    }

    private List<SendOutcome> sendTogether(
            List<Mail> mails,
            EmailTemplateContent template,
            List<MessageHeader> headers,
            List<BulkEmailEntry> entries) {
        Sender from = mails.getFirst().from();
        try {
            SendBulkEmailResponse response =
                    client.sendBulkEmail(request -> request.fromEmailAddress(SenderHeader.of(from))
                            .configurationSetName(configurationSet)
                            .defaultContent(content -> content.template(Template.builder()
                                    .templateContent(template)
                                    .headers(headers)
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
            // It took none of them and does not say for whose sake: only a call of his own tells who is refused.
            return all instanceof SendOutcome.Refused && mails.size() > 1
                    ? single.send(mails)
                    : Collections.nCopies(mails.size(), all);
        }
    }

    private static BulkEmailEntry entry(Mail mail, Map<String, String> headers, String data) {
        return BulkEmailEntry.builder()
                .destination(to -> to.toAddresses(mail.to().toString()))
                .replacementEmailContent(
                        content -> content.replacementTemplate(template -> template.replacementTemplateData(data)))
                .replacementHeaders(headers(headers))
                .replacementTags(tags(mail.tags()))
                .build();
    }

    private static String data(Mail mail, SharedText html, SharedText text) {
        StringBuilder data = new StringBuilder(A_LITTLE);
        JsonText.quote(mail.content().subject(), data.append("{\"s\":\""));
        data.append('"');
        html.data(mail.content().html(), data);
        text.data(mail.content().text(), data);
        return data.append('}').toString();
    }

    static List<MessageHeader> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header(header.getKey(), header.getValue()))
                .toList();
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    static List<MessageTag> tags(Map<String, String> tags) {
        List<MessageTag> all = new ArrayList<>();
        tags.forEach((name, value) ->
                all.add(MessageTag.builder().name(name).value(value).build()));
        return all;
    }
}
