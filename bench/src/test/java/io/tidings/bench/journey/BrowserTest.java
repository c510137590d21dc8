package io.tidings.bench.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.tidings.bench.Api;
import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;

/** The real thing: three processes with data of their own, and a browser for each test. */
abstract class BrowserTest {

    static final double PATIENCE = 30_000;

    @TempDir
    static @Nullable Path home;

    private static @Nullable Installation installation;
    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private final List<String> complaintsOfTheBrowser = new ArrayList<>();
    private @Nullable BrowserContext context;
    private @Nullable Page shown;

    @RegisterExtension
    final TestExecutionExceptionHandler camera = (test, failure) -> {
        page().screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "journey", test.getDisplayName().replaceAll("\\W", "") + ".png")));
        throw failure;
    };

    @BeforeAll
    static void start() {
        installation = Installation.start(Plan.in(Objects.requireNonNull(home))
                .rate(25)
                .setting("TIDINGS_WEBHOOKS_ALLOW_PRIVATE", "true")
                .setting("TIDINGS_ALARMS_LOOK_EVERY", "1s"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (installation != null) {
            installation.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        context = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(tidings().url().toString())
                        .setViewportSize(1280, 800)
                        .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onPageError(complaintsOfTheBrowser::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaintsOfTheBrowser.add(message.text());
            }
        });
        shown = page;
    }

    @AfterEach
    void theBrowserHadNothingToComplainAbout() {
        Objects.requireNonNull(context).close();
        assertThat(complaintsOfTheBrowser).isEmpty();
    }

    static void postNotification(String email) {
        ObjectNode mention = Api.object();
        mention.putObject("recipient").put("email", email);
        mention.putObject("content").put("subject", "Emil mentioned you").put("html", "<p>lunch at noon?</p>");
        new Api(tidings().url()).postWithKey("/api/v1/notifications", tidings().firstLogin("apiKey"), mention);
    }

    void signIn() {
        page().navigate("/");
        page().getByLabel("Email").fill(tidings().firstLogin("email"));
        page().getByLabel("Password", exactly()).fill(tidings().firstLogin("password"));
        button("Sign in").click();
        assertThat(heading("Home")).isVisible();
    }

    Locator heading(String name) {
        return page().getByRole(AriaRole.HEADING, named(name));
    }

    Locator link(String name) {
        return page().getByRole(AriaRole.LINK, named(name));
    }

    Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, named(name));
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    Page page() {
        return Objects.requireNonNull(shown);
    }

    static Installation tidings() {
        return Objects.requireNonNull(installation);
    }
}
