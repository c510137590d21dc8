package io.tidings.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.micronaut.context.ApplicationContext;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.service.TestService;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSettingsTest {

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(TestService.bean(LinkSettings.class))
                .isEqualTo(new LinkSettings(URI.create("http://localhost:8080"), List.of()));
        assertThat(TestService.bean(SuppressionPolicy.class)).isEqualTo(SuppressionPolicy.DEFAULT);
    }

    @Test
    void everyKeyIsRead() {
        try (ApplicationContext context = context(Map.of(
                "tidings.public-url", "https://mail.example.com/tidings/",
                "tidings.unsubscribe-keys", "k".repeat(32) + "," + "l".repeat(40),
                "tidings.suppression.soft-bounces", "3",
                "tidings.suppression.soft-bounce-span", "2d",
                "tidings.suppression.soft-bounce-expiry", "90d",
                "tidings.suppression.complaints-stop-notifications", "true",
                "tidings.suppression.bounce-expiry", "365d"))) {
            assertThat(context.getBean(LinkSettings.class))
                    .isEqualTo(new LinkSettings(
                            URI.create("https://mail.example.com/tidings"), List.of("k".repeat(32), "l".repeat(40))));
            assertThat(context.getBean(SuppressionSettings.class).policy())
                    .isEqualTo(new SuppressionPolicy(
                            3, Duration.ofDays(2), Duration.ofDays(90), true, Duration.ofDays(365)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "ftp://mail.example.com",
                "https://mail.example.com/?a=b",
                "https://mail.example.com/#a",
                "https://eve:secret@mail.example.com",
                "https:///path",
                "javascript:alert(1)"
            })
    void anAddressNobodyCouldFollowIsRefused(String url) {
        assertThatThrownBy(() -> new LinkSettings(URI.create(url), List.of())).hasMessageContaining("public-url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mail.example.com",
                "http://localhost:8080",
                "https://localhost",
                "https://LOCALHOST/",
                "https://127.0.0.1:8443",
                "https://[::1]",
                "https://tidings.localhost"
            })
    void realMailCarriesNoLinkThatNobodyCouldFollow(String url) {
        LinkSettings links = new LinkSettings(URI.create(url), List.of());
        assertThatThrownBy(links::requireFitForRealMail)
                .hasMessageContaining("TIDINGS_PUBLIC_URL")
                .hasMessageContaining("https");
    }

    @Test
    void anHttpsAddressIsFitForRealMail() {
        assertThatCode(
                        new LinkSettings(URI.create("https://mail.example.com/tidings"), List.of())
                                ::requireFitForRealMail)
                .doesNotThrowAnyException();
    }

    @Test
    void withoutAnEmulatorTheServiceDoesNotStartWithSuchLinks() {
        assumeThat(System.getenv("AWS_ENDPOINT_URL")).isNull();
        assertThatThrownBy(() -> ApplicationContext.run(Map.of("tidings.names", "service-test-"))
                        .close())
                .hasStackTraceContaining("TIDINGS_PUBLIC_URL (tidings.public-url) must be the https address");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new LinkSettings(URI.create("https://mail.example.com"), List.of("secret")))
                .hasMessageContaining("unsubscribe-keys")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"0, 3d, 30d", "21, 3d, 30d", "5, -1d, 30d", "5, 15d, 30d", "5, 3d, 0d", "many, 3d, 30d", "5, soon, 30d"
    })
    void aPolicyThatMakesNoSenseStopsTheStart(String bounces, String span, String expiry) {
        assertThatThrownBy(() -> context(Map.of(
                                "tidings.suppression.soft-bounces", bounces,
                                "tidings.suppression.soft-bounce-span", span,
                                "tidings.suppression.soft-bounce-expiry", expiry))
                        .close())
                .isInstanceOf(RuntimeException.class);
    }

    /** Of a context that starts no server, and so does no work. */
    private static ApplicationContext context(Map<String, Object> set) {
        Map<String, Object> properties = new HashMap<>(set);
        properties.put("tidings.aws-endpoint", TestService.aws().endpoint().toString());
        properties.put("tidings.names", "service-test-");
        return ApplicationContext.run(properties);
    }
}
