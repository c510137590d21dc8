package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.EventType;

/** From the SDK's SendEmail to the events in a queue. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailEventsTest {
    private final AwsLocal aws = AwsLocal.start(Options.DEFAULT.withIdentities(List.of("sender.example")));
    private final Clients clients = new Clients(aws.endpoint());
    private String topic = "";

    @BeforeAll
    void configure() {
        topic = clients.sns.createTopic(create -> create.name("events")).topicArn();
        clients.ses.createConfigurationSet(create -> create.configurationSetName("campaigns"));
        clients.ses.createConfigurationSetEventDestination(create -> create.configurationSetName("campaigns")
                .eventDestinationName("topic")
                .eventDestination(destination -> destination
                        .enabled(true)
                        .matchingEventTypes(EventType.knownValues())
                        .snsDestination(sns -> sns.topicArn(topic))));
    }

    @AfterAll
    void stop() {
        clients.close();
        aws.close();
    }

    @Test
    void sendAndDeliveryArriveRawWithTheirTags() {
        var queue = clients.queue("raw", topic, true);
        var id = send("success@simulator.amazonses.com");
        var events = events(clients.drain(queue, 2), id);
        assertThat(events).extracting(event -> event.path("eventType").asText()).containsExactly("Send", "Delivery");
        var mail = events.getLast().path("mail");
        assertThat(mail.path("tags").path("campaign").path(0).asText()).isEqualTo("c1");
        assertThat(mail.path("tags").path("ses:configuration-set").path(0).asText())
                .isEqualTo("campaigns");
        assertThat(mail.path("commonHeaders").path("subject").asText()).isEqualTo("Hello");
        clients.sqs.deleteQueue(delete -> delete.queueUrl(queue));
    }

    @Test
    void bulkEntriesAreAnsweredInOrderAndFillTheirTemplate() {
        var queue = clients.queue("bulk", topic, true);
        var answer = clients.ses.sendBulkEmail(bulk -> bulk.fromEmailAddress("News <news@sender.example>")
                .configurationSetName("campaigns")
                .defaultContent(content -> content.template(template -> template.templateData("{}")
                        .templateContent(
                                inline -> inline.subject("{{s}}").html("{{h}}").text("{{t}}"))))
                .bulkEmailEntries(
                        entry -> entry.destination(to -> to.toAddresses("bounce+a@simulator.amazonses.com"))
                                .replacementTags(tag -> tag.name("recipient").value("r1"))
                                .replacementHeaders(
                                        header -> header.name("List-Id").value("<x.example>"))
                                .replacementEmailContent(content -> content.replacementTemplate(replaced ->
                                        replaced.replacementTemplateData("{\"s\":\"S1\",\"h\":\"H\",\"t\":\"T\"}"))),
                        entry -> entry.destination(to -> to.toAddresses("ünïcode@example.com")),
                        entry -> entry.destination(to -> to.toAddresses("complaint@simulator.amazonses.com"))
                                .replacementEmailContent(content -> content.replacementTemplate(replaced ->
                                        replaced.replacementTemplateData("{\"s\":\"S3\",\"h\":\"H\",\"t\":\"T\"}")))));
        var results = answer.bulkEmailEntryResults();
        assertThat(results)
                .extracting(result -> result.status())
                .containsExactly(BulkEmailStatus.SUCCESS, BulkEmailStatus.INVALID_PARAMETER, BulkEmailStatus.SUCCESS);
        var all = clients.drain(queue, 5);
        assertThat(events(all, results.get(0).messageId()))
                .extracting(event -> event.path("eventType").asText())
                .containsExactlyInAnyOrder("Send", "Bounce");
        assertThat(events(all, results.get(2).messageId()))
                .extracting(event -> event.path("eventType").asText())
                .containsExactlyInAnyOrder("Send", "Delivery", "Complaint");
        var bounce = events(all, results.get(0).messageId()).getLast();
        assertThat(bounce.path("bounce").path("bounceType").asText()).isEqualTo("Permanent");
        assertThat(bounce.path("mail").path("commonHeaders").path("subject").asText())
                .isEqualTo("S1");
        assertThat(bounce.path("mail").path("headers").toString()).contains("List-Id");
        clients.sqs.deleteQueue(delete -> delete.queueUrl(queue));
    }

    private String send(String to) {
        return clients.ses
                .sendEmail(send -> send.fromEmailAddress("news@sender.example")
                        .configurationSetName("campaigns")
                        .destination(destination -> destination.toAddresses(to))
                        .emailTags(tag -> tag.name("campaign").value("c1"))
                        .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("Hello"))
                                .body(body -> body.text(text -> text.data("Hello there"))))))
                .messageId();
    }

    private static List<JsonNode> events(List<String> bodies, String messageId) {
        var all = new ArrayList<JsonNode>();
        for (var body : bodies) {
            var event = Objects.requireNonNull(Json.parse(body));
            if (event.path("mail").path("messageId").asText().equals(messageId)) {
                all.add(event);
            }
        }
        return all;
    }
}
