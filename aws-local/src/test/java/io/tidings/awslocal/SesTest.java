package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.awslocal.junit.AwsLocalExtension;
import java.net.URI;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.AlreadyExistsException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.BehaviorOnMxFailure;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntryResult;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.SuppressionListReason;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** What SES takes and what it refuses, with which words. */
@Timeout(60)
@ExtendWith(AwsLocalExtension.class)
final class SesTest {
    private final Clients clients;
    private final Admin admin;

    SesTest(URI endpoint) {
        clients = new Clients(endpoint);
        admin = new Admin(endpoint);
    }

    @BeforeEach
    void identity() {
        clients.ses.createEmailIdentity(create -> create.emailIdentity("sender.example"));
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void senderThatIsNotVerifiedIsRejectedInSesWords() {
        assertThatThrownBy(() -> send(email -> email.fromEmailAddress("x@other.example")))
                .isInstanceOf(MessageRejectedException.class)
                .hasMessageContaining("Email address is not verified. The following identities failed the check in"
                        + " region US-EAST-1: x@other.example");
        assertThat(send(email -> email.fromEmailAddress("x@sub.sender.example")).messageId())
                .isNotEmpty();
    }

    @Test
    void sandboxSendsToVerifiedRecipientsAndTheSimulatorOnly() {
        admin.account("\"production\":false");
        assertThat(clients.ses.getAccount(get -> {}).productionAccessEnabled()).isFalse();
        assertThatThrownBy(() -> send(email -> {}))
                .isInstanceOf(MessageRejectedException.class)
                .hasMessageContaining("reader@example.com");
        send(email -> email.destination(to -> to.toAddresses("success+x@simulator.amazonses.com")));
        clients.ses.createEmailIdentity(create -> create.emailIdentity("reader@example.com"));
        send(email -> {});
    }

    @Test
    void rateIsRefusedInBothSpellings() {
        admin.account("\"rate\":1");
        send(email -> {});
        assertThatThrownBy(() -> send(email -> {}))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(429))
                .hasMessageContaining("Maximum sending rate exceeded.");
        admin.account("\"throttlingSpelling\":\"ThrottlingException\"");
        assertThatThrownBy(() -> send(email -> {})).isInstanceOfSatisfying(SesV2Exception.class, refused -> {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ThrottlingException");
        });
    }

    @Test
    void bulkCallIsTakenAsFarAsTheRateGoes() {
        admin.account("\"rate\":2");
        assertThat(bulk(4))
                .extracting(BulkEmailEntryResult::status)
                .containsExactly(
                        BulkEmailStatus.SUCCESS,
                        BulkEmailStatus.SUCCESS,
                        BulkEmailStatus.ACCOUNT_THROTTLED,
                        BulkEmailStatus.ACCOUNT_THROTTLED);
        assertThatThrownBy(() -> bulk(4)).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void dailyQuotaCountsRecipientsButNotTheSimulators() {
        admin.account("\"dailyQuota\":3");
        send(email -> email.destination(to -> to.toAddresses("a@example.com", "b@example.com")));
        send(email -> email.destination(to -> to.toAddresses("success@simulator.amazonses.com")));
        assertThat(clients.ses.getAccount(get -> {}).sendQuota().sentLast24Hours())
                .isEqualTo(2);
        assertThatThrownBy(
                        () -> send(email -> email.destination(to -> to.toAddresses("c@example.com", "d@example.com"))))
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessageContaining("Daily message quota exceeded");
        assertThat(bulk(2))
                .extracting(BulkEmailEntryResult::status)
                .containsExactly(BulkEmailStatus.SUCCESS, BulkEmailStatus.ACCOUNT_DAILY_QUOTA_EXCEEDED);
    }

    @Test
    void pauseAndSuspensionHaveTheirOwnExceptions() {
        clients.ses.putAccountSendingAttributes(put -> put.sendingEnabled(false));
        assertThatThrownBy(() -> send(email -> {})).isInstanceOf(SendingPausedException.class);
        clients.ses.putAccountSendingAttributes(put -> put.sendingEnabled(true));
        clients.ses.createConfigurationSet(
                create -> create.configurationSetName("paused").sendingOptions(send -> send.sendingEnabled(false)));
        assertThatThrownBy(() -> send(email -> email.configurationSetName("paused")))
                .isInstanceOf(SendingPausedException.class)
                .hasMessageContaining("paused");
        assertThatThrownBy(() -> send(email -> email.configurationSetName("none")))
                .isInstanceOf(NotFoundException.class);
        admin.account("\"suspended\":true");
        assertThatThrownBy(() -> send(email -> {})).isInstanceOf(AccountSuspendedException.class);
        assertThat(clients.ses.getAccount(get -> {}).enforcementStatus()).isEqualTo("SHUTDOWN");
    }

    @Test
    void mailFromDomainThatIsNotVerifiedStopsMailIfItIsToldTo() {
        admin.account("\"verifiesIdentities\":false");
        clients.ses.putEmailIdentityMailFromAttributes(put -> put.emailIdentity("sender.example")
                .mailFromDomain("bounce.sender.example")
                .behaviorOnMxFailure(BehaviorOnMxFailure.REJECT_MESSAGE));
        assertThatThrownBy(() -> send(email -> {})).isInstanceOf(MailFromDomainNotVerifiedException.class);
    }

    @Test
    void pendingIdentityDoesNotSend() {
        admin.account("\"verifiesIdentities\":false");
        clients.ses.createEmailIdentity(create -> create.emailIdentity("new.example"));
        assertThat(clients.ses
                        .getEmailIdentity(get -> get.emailIdentity("new.example"))
                        .verifiedForSendingStatus())
                .isFalse();
        assertThatThrownBy(() -> send(email -> email.fromEmailAddress("a@new.example")))
                .isInstanceOf(MessageRejectedException.class);
        assertThatThrownBy(() -> clients.ses.createEmailIdentity(create -> create.emailIdentity("new.example")))
                .isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void requestsBeyondTheLimitsAreBad() {
        var many = new ArrayList<String>();
        for (var i = 0; i < 51; i++) {
            many.add("r" + i + "@example.com");
        }
        assertThatThrownBy(() -> send(email -> email.destination(to -> to.toAddresses(many))))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Recipient count exceeds 50");
        assertThatThrownBy(() -> bulk(51)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() ->
                        send(email -> email.emailTags(tag -> tag.name("to").value("a@b.example"))))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> send(email -> email.listManagementOptions(list -> list.contactListName("x"))))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("not supported");
    }

    @Test
    void storedTemplateIsFilledIn() {
        clients.ses.createEmailTemplate(create -> create.templateName("hello")
                .templateContent(content ->
                        content.subject("Hi {{name}}").html("<p>{{name}}</p>").text("{{name}}")));
        var id = send(email -> email.content(content -> content.template(
                        template -> template.templateName("hello").templateData("{\"name\":\"Zoë\"}"))))
                .messageId();
        assertThat(admin.get("/_inbox/messages/" + id)).contains("\"subject\":\"Hi Zoë\"", "\"html\":\"<p>Zoë</p>\"");
        assertThatThrownBy(() -> send(
                        email -> email.content(content -> content.template(template -> template.templateName("none")))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void rawMailIsReadForItsHeadersAndTags() {
        var raw = "From: News <news@sender.example>\r\nTo: \"Doe, J\" <j@example.com>, k@example.com\r\n"
                + "Subject: Raw\r\nX-SES-MESSAGE-TAGS: campaign=c9, kind=raw\r\nContent-Type: text/html;"
                + " charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>caf=C3=A9</p>\r\n";
        var id = clients.ses
                .sendEmail(
                        email -> email.content(content -> content.raw(mime -> mime.data(SdkBytes.fromUtf8String(raw)))))
                .messageId();
        assertThat(admin.get("/_inbox/messages/" + id))
                .contains("\"subject\":\"Raw\"", "\"campaign\":\"c9\"", "café", "k@example.com");
    }

    @Test
    void suppressionListIsManagedByExactSpellingAndHeededInAny() {
        clients.ses.putSuppressedDestination(
                put -> put.emailAddress("Reader@Example.com").reason(SuppressionListReason.COMPLAINT));
        assertThatThrownBy(() -> clients.ses.getSuppressedDestination(get -> get.emailAddress("reader@example.com")))
                .isInstanceOf(NotFoundException.class);
        assertThat(clients.ses
                        .getSuppressedDestination(get -> get.emailAddress("Reader@Example.com"))
                        .suppressedDestination()
                        .reason())
                .isEqualTo(SuppressionListReason.COMPLAINT);
        var id = send(email -> {}).messageId();
        assertThat(admin.get("/_inbox/messages/" + id)).contains("OnAccountSuppressionList");
        assertThat(clients.ses
                        .listSuppressedDestinations(list -> list.reasons(SuppressionListReason.BOUNCE))
                        .suppressedDestinationSummaries())
                .isEmpty();
        clients.ses.deleteSuppressedDestination(delete -> delete.emailAddress("Reader@Example.com"));
        assertThat(admin.get("/_inbox/messages/" + send(email -> {}).messageId()))
                .doesNotContain("OnAccountSuppressionList");
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        assertThatThrownBy(() -> clients.ses.createContactList(create -> create.contactListName("x")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("does not support");
    }

    private SendEmailResponse send(Consumer<SendEmailRequest.Builder> change) {
        return clients.ses.sendEmail(email -> {
            email.fromEmailAddress("news@sender.example")
                    .destination(to -> to.toAddresses("reader@example.com"))
                    .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("Hello"))
                            .body(body -> body.text(text -> text.data("Hello there")))));
            change.accept(email);
        });
    }

    private java.util.List<BulkEmailEntryResult> bulk(int count) {
        var entries = new ArrayList<BulkEmailEntry>();
        for (var i = 0; i < count; i++) {
            var to = "bulk" + i + "@example.com";
            entries.add(BulkEmailEntry.builder()
                    .destination(destination -> destination.toAddresses(to))
                    .build());
        }
        return clients.ses
                .sendBulkEmail(bulk -> bulk.fromEmailAddress("news@sender.example")
                        .defaultContent(content -> content.template(template -> template.templateData("{}")
                                .templateContent(inline -> inline.subject("s").text("t"))))
                        .bulkEmailEntries(entries))
                .bulkEmailEntryResults();
    }
}
