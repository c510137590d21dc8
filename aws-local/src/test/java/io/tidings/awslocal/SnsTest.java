package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.junit.AwsLocalExtension;
import io.tidings.awslocal.wire.Json;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

@Timeout(60)
@ExtendWith(AwsLocalExtension.class)
final class SnsTest {
    private final Clients clients;
    private String topic = "";

    SnsTest(URI endpoint) {
        clients = new Clients(endpoint);
    }

    @BeforeEach
    void topic() {
        topic = clients.sns.createTopic(create -> create.name("news")).topicArn();
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @ParameterizedTest
    @CsvSource({"1, SHA1withRSA", "2, SHA256withRSA"})
    void envelopeIsProvedByTheCertificateItNames(String version, String algorithm) throws Exception {
        clients.sns.setTopicAttributes(
                set -> set.topicArn(topic).attributeName("SignatureVersion").attributeValue(version));
        var queue = clients.queue("enveloped", topic, false);
        clients.sns.publish(publish -> publish.topicArn(topic)
                .subject("Über")
                .message("{\"a\":\"é\"}")
                .messageAttributes(Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("x")
                                .build())));
        var envelope = parse(clients.drain(queue, 1).getFirst());
        assertThat(envelope.path("SignatureVersion").asText()).isEqualTo(version);
        assertThat(envelope.path("MessageAttributes").path("kind").path("Value").asText())
                .isEqualTo("x");
        var signature = Signature.getInstance(algorithm);
        signature.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        get(envelope.path("SigningCertURL").asText()))));
        signature.update(signed(envelope).getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(
                        Base64.getDecoder().decode(envelope.path("Signature").asText())))
                .isTrue();
    }

    @Test
    void rawDeliveryIsTheBareMessageWithItsAttributes() {
        var queue = clients.queue("raw", topic, true);
        clients.sns.publish(publish -> publish.topicArn(topic)
                .message("bare")
                .messageAttributes(Map.of(
                        "n",
                        MessageAttributeValue.builder()
                                .dataType("Number")
                                .stringValue("7")
                                .build())));
        var message = clients.sqs
                .receiveMessage(
                        receive -> receive.queueUrl(queue).waitTimeSeconds(5).messageAttributeNames("All"))
                .messages()
                .getFirst();
        assertThat(message.body()).isEqualTo("bare");
        assertThat(Objects.requireNonNull(message.messageAttributes().get("n")).stringValue())
                .isEqualTo("7");
    }

    @Test
    void batchReachesEverySubscription() {
        var first = clients.queue("first", topic, true);
        var second = clients.queue("second", topic, true);
        var entries = new ArrayList<PublishBatchRequestEntry>();
        for (var i = 0; i < 10; i++) {
            entries.add(PublishBatchRequestEntry.builder()
                    .id("e" + i)
                    .message("m" + i)
                    .build());
        }
        var answer = clients.sns.publishBatch(batch -> batch.topicArn(topic).publishBatchRequestEntries(entries));
        assertThat(answer.successful()).hasSize(10);
        assertThat(clients.drain(first, 10)).hasSize(10);
        assertThat(clients.drain(second, 10)).hasSize(10);
    }

    @Test
    void filteredSubscriptionGetsOnlyWhatMatches() {
        var queue = clients.queue("filtered", topic, true);
        var subscription = clients.sns
                .listSubscriptionsByTopic(list -> list.topicArn(topic))
                .subscriptions();
        clients.sns.setSubscriptionAttributes(
                set -> set.subscriptionArn(subscription.getFirst().subscriptionArn())
                        .attributeName("FilterPolicyScope")
                        .attributeValue("MessageBody"));
        clients.sns.setSubscriptionAttributes(
                set -> set.subscriptionArn(subscription.getFirst().subscriptionArn())
                        .attributeName("FilterPolicy")
                        .attributeValue("{\"eventType\":[\"Bounce\"]}"));
        for (var type : List.of("Send", "Bounce", "Delivery")) {
            clients.sns.publish(publish -> publish.topicArn(topic).message("{\"eventType\":\"" + type + "\"}"));
        }
        assertThat(clients.drain(queue, 1)).containsExactly("{\"eventType\":\"Bounce\"}");
    }

    @Test
    void whatIsNotThereOrNotSupportedIsRefused() {
        assertThatThrownBy(() -> clients.sns.publish(
                        publish -> publish.topicArn(topic + "x").message("m")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> clients.sns.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("https").endpoint("https://example.com")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("sqs only");
        assertThatThrownBy(() -> clients.sns.createTopic(
                        create -> create.name("a.fifo").attributes(Map.of("FifoTopic", "true"))))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void unsubscribedQueueGetsNothingMore() {
        var queue = clients.queue("gone", topic, true);
        clients.sns
                .listSubscriptions()
                .subscriptions()
                .forEach(subscription ->
                        clients.sns.unsubscribe(gone -> gone.subscriptionArn(subscription.subscriptionArn())));
        clients.sns.publish(publish -> publish.topicArn(topic).message("m"));
        assertThat(clients.drain(queue, 0)).isEmpty();
    }

    private static String signed(JsonNode envelope) {
        var text = new StringBuilder();
        for (var name : List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")) {
            text.append(name).append('\n').append(envelope.path(name).asText()).append('\n');
        }
        return text.toString();
    }

    private static byte[] get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static JsonNode parse(String json) {
        return Objects.requireNonNull(Json.parse(json));
    }
}
