package io.tidings.service.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.access.SecretStore;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.ledger.Origin;
import io.tidings.service.wiring.LinkSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final RecipientId ADA = EmailAddress.of("ada@example.com").recipientId();
    private static final String SPRING = "01890000-0000-7000-8000-000000000001";
    private static final String OLD = "an old secret of enough characters";
    private static final String NEW = "a new secret of enough characters!";
    private static final SecretStore STORED = (name, made) -> "the secret that the deployment made itself";

    @Test
    void aLinkComesBackAsWhatItWasMadeFor() {
        Tokens tokens = tokens(List.of());
        assertThat(tokens.read(token(tokens))).contains(new Tokens.Claim(ADA, new Origin.OfCampaign(SPRING)));
    }

    @Test
    void aLinkNamesNobodyAndFitsAHeader() {
        String link = tokens(List.of()).link(ADA, SPRING);
        assertThat(link)
                .startsWith("https://mail.example.com/u/")
                .matches("[!-~]+")
                .doesNotContain("ada", "example.org", ADA.value(), SPRING)
                .hasSizeLessThan(200);
    }

    @Test
    void aChangedLinkIsNotOurs() {
        Tokens tokens = tokens(List.of());
        byte[] signed = Base64.getUrlDecoder().decode(token(tokens));
        for (int i = 0; i < signed.length; i++) {
            byte[] changed = signed.clone();
            changed[i] ^= 1;
            assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .describedAs("byte %s", i)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoTokenIsNotOurs() {
        Tokens tokens = tokens(List.of());
        String token = token(tokens);
        for (String wrong : List.of(
                "",
                "x",
                "example",
                token.substring(1),
                token + "A",
                token + token,
                "%00",
                "../../etc/passwd",
                "A".repeat(token.length()),
                "A".repeat(100_000))) {
            assertThat(tokens.read(wrong)).isEmpty();
        }
    }

    @Test
    void theSignatureOfOneMailDoesNotServeAnother() {
        Tokens tokens = tokens(List.of());
        byte[] one = Base64.getUrlDecoder().decode(token(tokens));
        String otherCampaign = tokens.link(ADA, "01890000-0000-7000-8000-000000000002");
        byte[] other = Base64.getUrlDecoder().decode(otherCampaign.substring(otherCampaign.lastIndexOf('/') + 1));
        byte[] mixed = other.clone();
        System.arraycopy(one, one.length - 16, mixed, mixed.length - 16, 16);
        assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(mixed)))
                .isEmpty();
    }

    @Test
    void anOlderKeyVerifiesForAsLongAsItIsKnown() {
        String before = token(tokens(List.of(OLD)));
        String own = token(tokens(List.of()));
        Tokens rotated = tokens(List.of(NEW, OLD));
        assertThat(rotated.read(before)).isPresent();
        assertThat(rotated.read(own)).isPresent();
        assertThat(tokens(List.of(OLD)).read(token(rotated))).isEmpty();
        assertThat(tokens(List.of(NEW)).read(before)).isEmpty();
    }

    @Test
    void manyAtOnceSignAsOne() throws Exception {
        Tokens tokens = tokens(List.of());
        List<Callable<String>> jobs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            jobs.add(() -> token(tokens));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var job : threads.invokeAll(jobs)) {
                assertThat(job.get()).isEqualTo(token(tokens));
            }
        }
    }

    private static Tokens tokens(List<String> keys) {
        return new Tokens(new LinkSettings(URI.create("https://mail.example.com"), keys), STORED);
    }

    private static String token(Tokens tokens) {
        String link = tokens.link(ADA, SPRING);
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
