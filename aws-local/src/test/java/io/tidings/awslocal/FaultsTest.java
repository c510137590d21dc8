package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.awslocal.junit.AwsLocalExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.model.EventType;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

@Timeout(60)
@ExtendWith(AwsLocalExtension.class)
final class FaultsTest {
    private final Clients clients;
    private final Admin admin;
    private String topic = "";

    FaultsTest(URI endpoint) {
        clients = new Clients(endpoint);
        admin = new Admin(endpoint);
    }

    @BeforeEach
    void configure() {
        clients.ses.createEmailIdentity(create -> create.emailIdentity("sender.example"));
        topic = clients.sns.createTopic(create -> create.name("events")).topicArn();
        clients.ses.createConfigurationSet(create -> create.configurationSetName("set"));
        clients.ses.createConfigurationSetEventDestination(create -> create.configurationSetName("set")
                .eventDestinationName("topic")
                .eventDestination(destination -> destination
                        .enabled(true)
                        .matchingEventTypes(EventType.knownValues())
                        .snsDestination(sns -> sns.topicArn(topic))));
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void domainBouncesAsItsRuleSays() {
        admin.faults("""
                {"rules":[{"domain":"full.example","outcome":"bounce","bounceType":"Transient","bounceSubType":"MailboxFull",
                           "status":"4.2.2","delayMs":20}]}""");
        var queue = clients.queue("bounces", topic, true);
        send("a@full.example");
        send("a@fine.example");
        var events = clients.drain(queue, 4);
        assertThat(events).hasSize(4);
        assertThat(events.stream().filter(event -> event.contains("MailboxFull")))
                .singleElement()
                .asString()
                .contains("a@full.example", "4.2.2");
    }

    @Test
    void hardBounceAndComplaintEnterTheSuppressionList() {
        admin.faults("""
                {"rules":[{"domain":"gone.example","outcome":"bounce"},{"domain":"angry.example","outcome":"complaint"}]}""");
        var queue = clients.queue("both", topic, true);
        send("a@gone.example");
        send("b@angry.example");
        clients.drain(queue, 5);
        assertThat(clients.ses.listSuppressedDestinations(list -> {}).suppressedDestinationSummaries())
                .extracting(entry -> entry.emailAddress() + " " + entry.reasonAsString())
                .containsExactlyInAnyOrder("a@gone.example BOUNCE", "b@angry.example COMPLAINT");
        send("A@gone.example");
        assertThat(clients.drain(queue, 2)).anyMatch(event -> event.contains("OnAccountSuppressionList"));
    }

    @Test
    void everyOtherOutcomeHasItsEvent() {
        admin.faults("""
                {"rules":[{"domain":"d.example","outcome":"delay"},{"domain":"r.example","outcome":"reject"},
                          {"domain":"o.example","outcome":"ooto"},{"domain":"o.example","outcome":"open"},
                          {"domain":"o.example","outcome":"click","link":"https://x.example/"},
                          {"domain":"f.example","outcome":"rendering-failure"},{"domain":"u.example","outcome":"subscription"},
                          {"domain":"s.example","outcome":"silence"}]}""");
        var queue = clients.queue("all", topic, true);
        for (var domain : List.of("d", "r", "o", "f", "u", "s")) {
            send("a@" + domain + ".example");
        }
        var events = String.join("\n", clients.drain(queue, 13));
        assertThat(events)
                .contains(
                        "\"eventType\":\"DeliveryDelay\"",
                        "\"eventType\":\"Reject\"",
                        "\"eventType\":\"Open\"",
                        "\"eventType\":\"Click\"",
                        "https://x.example/",
                        "\"eventType\":\"Rendering Failure\"",
                        "\"eventType\":\"Subscription\"")
                .doesNotContain("a@s.example");
    }

    @Test
    void acceptedThenTimedOutIsOnRecordAndHasItsEvents() {
        admin.faults("{\"rules\":[{\"domain\":\"slow.example\",\"fault\":\"time-out\"}]}");
        var queue = clients.queue("timeouts", topic, true);
        assertThatThrownBy(() -> clients.ses.sendEmail(email -> email.fromEmailAddress("n@sender.example")
                        .configurationSetName("set")
                        .destination(to -> to.toAddresses("a@slow.example"))
                        .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("s"))
                                .body(body -> body.text(text -> text.data("t")))))
                        .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofMillis(500)))))
                .isInstanceOf(ApiCallTimeoutException.class);
        assertThat(admin.accepted()).singleElement().asString().contains("a@slow.example");
        assertThat(clients.drain(queue, 2)).hasSize(2);
    }

    @Test
    void dropAndErrorAfterAreAcceptedAndErrorBeforeIsNot() {
        admin.faults("""
                {"rules":[{"domain":"drop.example","fault":"drop"},{"domain":"after.example","fault":"error-after"},
                          {"domain":"before.example","fault":"error-before"},{"domain":"hot.example","fault":"throttle"}]}""");
        assertThatThrownBy(() -> send("a@drop.example")).isInstanceOf(SdkClientException.class);
        assertThatThrownBy(() -> send("a@after.example"))
                .isInstanceOfSatisfying(
                        SesV2Exception.class,
                        error -> assertThat(error.statusCode()).isEqualTo(500));
        assertThatThrownBy(() -> send("a@before.example"))
                .isInstanceOfSatisfying(
                        SesV2Exception.class,
                        error -> assertThat(error.statusCode()).isEqualTo(500));
        assertThatThrownBy(() -> send("a@hot.example")).isInstanceOf(TooManyRequestsException.class);
        assertThat(String.join("\n", admin.accepted()))
                .contains("drop.example", "after.example")
                .doesNotContain("before.example", "hot.example");
    }

    @Test
    void eventsAreDuplicatedAndReorderedButNeverLost() {
        admin.faults("""
                {"rules":[{"fault":"duplicate","rate":0.5,"delayMs":100},{"fault":"reorder","rate":0.5,"delayMs":300}]}""");
        var queue = clients.queue("disorder", topic, true);
        var ids = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            ids.add(send("r" + i + "@example.com"));
        }
        var events = clients.drain(queue, 41);
        assertThat(events).hasSizeGreaterThan(45).hasSizeLessThan(80);
        for (var id : ids) {
            assertThat(events.stream().filter(event -> event.contains(id)).distinct())
                    .hasSize(2);
        }
    }

    @Test
    void receivedMessagesComeTwiceOnRequest() {
        var queue = clients.sqs.createQueue(create -> create.queueName("twice")).queueUrl();
        admin.faults("{\"sqs\":{\"duplicate\":1}}");
        clients.sqs.sendMessage(send -> send.queueUrl(queue).messageBody("m"));
        var first = clients.sqs
                .receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(5))
                .messages();
        admin.faults("{\"sqs\":{\"duplicate\":0}}");
        var second = clients.sqs
                .receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(5))
                .messages();
        assertThat(first.getFirst().body()).isEqualTo(second.getFirst().body());
        assertThat(first.getFirst().messageId()).isNotEqualTo(second.getFirst().messageId());
    }

    @Test
    void redeliveredMessageIsTheSameMessage() {
        var queue = clients.sqs.createQueue(create -> create.queueName("again")).queueUrl();
        admin.faults("{\"sqs\":{\"redeliver\":1}}");
        clients.sqs.sendMessage(send -> send.queueUrl(queue).messageBody("m"));
        var ids = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            clients.sqs
                    .receiveMessage(receive ->
                            receive.queueUrl(queue).waitTimeSeconds(5).visibilityTimeout(600))
                    .messages()
                    .forEach(message -> ids.add(message.messageId()));
        }
        assertThat(ids).hasSize(2);
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void faultsAreShownAddedReplacedAndCleared() {
        admin.faults("{\"rules\":[{\"domain\":\"a.example\",\"fault\":\"throttle\",\"forMs\":60000}],\"seed\":9}");
        admin.call("POST", "/_faults/rules", "{\"domain\":\"b.example\",\"outcome\":\"bounce\"}");
        assertThat(admin.get("/_faults")).contains("a.example", "b.example", "\"seed\":9", "until");
        admin.call("PUT", "/_faults", "{\"rules\":[{\"domain\":\"c.example\",\"outcome\":\"open\",\"rate\":0.1}]}");
        assertThat(admin.get("/_faults")).contains("c.example").doesNotContain("a.example");
        admin.call("DELETE", "/_faults", "");
        assertThat(admin.get("/_faults")).doesNotContain("c.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rules\":[{\"outcome\":\"explode\"}]}",
                "{\"rules\":[{\"outcome\":\"bounce\",\"rate\":2}]}",
                "{\"rules\":[{\"outcome\":\"bounce\",\"bouncetype\":\"x\"}]}",
                "{\"rules\":[{\"outcome\":\"bounce\",\"delayMs\":-1}]}",
                "{\"sqs\":{\"lose\":1}}",
                "{\"rule\":[]}",
                "{\"account\":{\"rate\":\"fast\"}}",
                "[]",
                "nonsense"
            })
    void faultThatMeansNothingIsRefused(String json) {
        assertThat(admin.call("POST", "/_faults", json).statusCode()).isEqualTo(400);
    }

    private String send(String to) {
        return clients.ses
                .sendEmail(email -> email.fromEmailAddress("news@sender.example")
                        .configurationSetName("set")
                        .destination(destination -> destination.toAddresses(to))
                        .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("s"))
                                .body(body -> body.text(text -> text.data("t"))))))
                .messageId();
    }
}
