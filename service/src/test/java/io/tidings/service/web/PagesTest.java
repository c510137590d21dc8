package io.tidings.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.service.Caller;
import io.tidings.service.Caller.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Pattern SCRIPT = Pattern.compile("/assets/[^\"]+\\.js");
    private final Caller browser =
            Caller.nobody().with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/login", "/campaigns", "/campaigns/123", "/templates/new", "/a/b/c?d=e.f"})
    void everyAddressOfTheUiAnswersWithTheUi(String path) {
        Answer page = browser.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.body()).contains("<div id=\"root\">");
    }

    @Test
    void assetsStayInTheBrowserForGood() {
        Answer asset = Caller.nobody().get(script());
        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(asset.header("Content-Type")).contains("javascript");
    }

    @Test
    void whatABrowserCanUnpackTravelsPacked() {
        assertThat(Caller.nobody().with("Accept-Encoding", "gzip").get(script()).header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void anAssetThatIsGoneIsNotThePage() {
        Answer gone = browser.get("/assets/index-old.js");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void theApiIsNotThePage() {
        browser.get("/api/v1/nonsense").refused(404);
        assertThat(browser.get("/health").json().path("status").asText()).isEqualTo("UP");
        assertThat(Caller.nobody().get("/health").json().path("status").asText())
                .isEqualTo("UP");
    }

    private String script() {
        Matcher script = SCRIPT.matcher(browser.get("/").body());
        assertThat(script.find()).isTrue();
        return script.group();
    }
}
