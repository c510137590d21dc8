package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.awslocal.junit.AwsLocalExtension;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(AwsLocalExtension.class)
final class InboxTest {
    private final Clients clients;
    private final Admin admin;

    InboxTest(URI endpoint) {
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
    void emptyInboxSaysSo() {
        assertThat(admin.get("/_inbox")).contains("No mail yet");
        assertThat(admin.get("/_inbox?to=nobody")).contains("No mail like that");
    }

    @Test
    void mailIsFoundByRecipientAndByCampaign() {
        send("anna@example.com", "spring");
        send("bert@example.com", "spring");
        send("anna@example.com", "autumn");
        assertThat(admin.get("/_inbox?to=ANNA&campaign=spring")).containsOnlyOnce("/_inbox/mail/");
        assertThat(admin.get("/_inbox/messages?campaign=spring"))
                .contains("anna", "bert")
                .doesNotContain("autumn");
        assertThat(admin.get("/_inbox/messages?tag=campaign:autumn"))
                .contains("anna")
                .doesNotContain("bert");
        assertThat(admin.get("/_inbox/messages?tag=other:autumn")).contains("\"messages\":[]");
    }

    @Test
    void pagesLeadFromTheNewestToTheOldest() {
        for (var i = 0; i < 7; i++) {
            send("r" + i + "@example.com", "c");
        }
        assertThat(admin.get("/_inbox/messages?limit=3")).contains("r6@", "r5@", "r4@", "\"next\":4");
        assertThat(admin.get("/_inbox/messages?limit=3&after=4")).contains("r3@", "r2@", "r1@", "\"next\":1");
        assertThat(admin.get("/_inbox/messages?limit=3&after=1"))
                .contains("r0@")
                .doesNotContain("r1@", "\"next\":0");
    }

    @Test
    void mailIsShownWithoutTrustingIt() {
        var id = send("a@example.com", "c");
        var page = admin.get("/_inbox/mail/" + id);
        assertThat(page)
                .contains("sandbox=\"allow-popups\"", "&lt;b&gt;Hello", "Send", "Delivery")
                .doesNotContain("<script>alert");
        var html = admin.call("GET", "/_inbox/messages/" + id + "/html", "");
        assertThat(html.body()).contains("<script>alert(1)</script>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox", "default-src 'none'");
        assertThat(admin.get("/_inbox/messages/" + id + "/text")).isEqualTo("Grüße");
        assertThat(admin.get("/_inbox/messages/" + id + "/source"))
                .contains("Subject: <b>Hello", "multipart/alternative", "Content-Transfer-Encoding: base64");
        assertThat(admin.call("GET", "/_inbox/mail/none", "").statusCode()).isEqualTo(404);
    }

    @Test
    void witnessCountsWhoGotMoreThanOne() {
        send("a@example.com", "c1");
        send("b@example.com", "c1");
        send("A@example.com", "c1");
        send("a@example.com", "c2");
        assertThat(admin.get("/_inbox/summary?campaign=c1"))
                .contains(
                        "\"mails\":3", "\"distinctRecipients\":2", "\"duplicatedRecipients\":1", "\"a@example.com\":2");
        assertThat(admin.get("/_inbox/summary?campaign=c2")).contains("\"duplicated\":{}");
        assertThat(admin.get("/_inbox/summary?by=campaign")).contains("\"c1\":3", "\"c2\":1");
    }

    @Test
    void witnessIsReadFromAnyPlace() {
        for (var i = 0; i < 5; i++) {
            send("r" + i + "@example.com", "c" + i % 2);
        }
        var answer = admin.call("GET", "/_inbox/accepted?after=1&limit=2", "");
        assertThat(answer.body().lines()).hasSize(2);
        assertThat(answer.body()).contains("r2@", "r3@").doesNotContain("there");
        assertThat(answer.headers().firstValue("X-Last")).hasValue("3");
        assertThat(answer.headers().firstValue("X-More")).hasValue("true");
        assertThat(admin.get("/_inbox/accepted?campaign=c1").lines()).hasSize(2);
    }

    private String send(String to, String campaign) {
        return clients.ses
                .sendEmail(email -> email.fromEmailAddress("news@sender.example")
                        .destination(destination -> destination.toAddresses(to))
                        .emailTags(tag -> tag.name("campaign").value(campaign))
                        .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("<b>Hello"))
                                .body(body -> body.text(text -> text.data("Grüße"))
                                        .html(html -> html.data("<p>there</p><script>alert(1)</script>"))))))
                .messageId();
    }
}
