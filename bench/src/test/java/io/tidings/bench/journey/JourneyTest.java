package io.tidings.bench.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a marketer does on the first day, on the real thing: three processes and a browser. */
class JourneyTest extends BrowserTest {

    private static final int BOUNCES = 4;
    private static final int COMPLAINTS = 2;
    private static final int ALL = 60;

    @Test
    void aMarketersFirstCampaign() {
        signIn();
        importPeople();
        writeTemplate();
        launch();
        watchTheBooksBalance();
        seeWhoBouncedAndWhy();
        scheduleACopyAndTakeItOffAgain();
        stopMailToSomebodyAndLetItThroughAgain();
        tellTheMailApartByDomain();
        postNotificationAndFindItInTheStatistics();
    }

    @Test
    void aWrongPasswordIsToldInASentence() {
        page().navigate("/");
        page().getByLabel("Email").fill(tidings().firstLogin("email"));
        page().getByLabel("Password", exactly()).fill("not this one");
        button("Sign in").click();
        assertThat(page().getByText("This email and password do not belong together."))
                .isVisible();
        assertThat(page()).hasURL(Pattern.compile("/login"));
    }

    @Test
    void theKeyboardIsEnoughToSignIn() {
        page().navigate("/login");
        assertThat(page().getByLabel("Email")).isVisible();
        tabTo("Email");
        page().keyboard().type(tidings().firstLogin("email"));
        tabTo("Password");
        page().keyboard().type(tidings().firstLogin("password"));
        page().keyboard().press("Enter");
        assertThat(heading("Home")).isVisible();
    }

    private void importPeople() {
        link("Audiences").click();
        button("New audience").first().click();
        Locator dialog = page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Spring guests");
        dialog.getByRole(AriaRole.BUTTON, within("Create")).click();
        assertThat(heading("Spring guests")).isVisible();
        page().locator("input[type=file]").setInputFiles(new FilePayload("guests.csv", "text/csv", csv()));
        assertThat(page().getByText(ALL + " people imported from guests.csv")).isVisible();
        assertThat(page().getByText("50 of 60 shown")).isVisible();
        button("Show more").click();
        assertThat(page().getByText("person7@example.com")).isVisible();
    }

    private static byte[] csv() {
        StringBuilder csv = new StringBuilder("email,firstName\n");
        for (int i = 0; i < ALL; i++) {
            String address = i < BOUNCES
                    ? "bounce+" + i + "@simulator.amazonses.com"
                    : i < BOUNCES + COMPLAINTS
                            ? "complaint+" + i + "@simulator.amazonses.com"
                            : "person" + i + "@example.com";
            csv.append(address).append(",Guest ").append(i).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void writeTemplate() {
        link("Templates").click();
        link("New template").first().click();
        page().getByLabel("Name of the template").fill("Spring invitation");
        page().getByLabel("Subject", exactly()).fill("{{firstName}}, come and see us");
        page().getByRole(AriaRole.TEXTBOX, named("HTML")).fill("<h1>Hello {{firstName}}</h1><p>Spring is here.</p>");
        assertThat(combobox("From the audience")).hasValue("Spring guests");
        combobox("Preview as").click();
        Locator person = page().getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^person\\d+@")))
                .first();
        String name = "Guest " + person.innerText().replaceAll("\\D", "");
        person.click();
        assertThat(page().frameLocator("iframe[title='The message as it will look'][data-shown]")
                        .getByText("Hello " + name))
                .isVisible();
        assertThat(page().getByText(name + ", come and see us")).isVisible();
        button("Save").click();
        assertThat(page().getByText("Version 1")).isVisible();
    }

    private void launch() {
        link("Campaigns").click();
        link("New campaign").first().click();
        page().getByLabel("Name of the campaign").fill("Spring");
        choose("Audience", "Spring guests (60 people)");
        choose("Template", "Spring invitation");
        page().getByLabel("Sender’s name").fill("Tidings");
        page().getByLabel("Sender’s address").fill("hello@tidings.example");
        button("Send to 60 people").click();
        Locator question = page().getByRole(AriaRole.DIALOG);
        assertThat(question.getByText("“{{firstName}}, come and see us”")).isVisible();
        question.getByRole(AriaRole.BUTTON, within("Send to 60 people")).click();
        assertThat(heading("The books")).isVisible();
    }

    private void watchTheBooksBalance() {
        page().evaluate("window.notReloaded = true");
        assertThat(page().getByText("The campaign is finished. SES accepted 60 of 60 messages."))
                .isVisible(patiently());
        assertThat(page().getByText("60 people in the audience = 60 accepted. The books balance."))
                .isVisible();
        assertThat(figure("Delivered", ALL - BOUNCES)).isVisible(patiently());
        assertThat(figure("Bounced", BOUNCES)).isVisible(patiently());
        assertThat(figure("Complained", COMPLAINTS)).isVisible(patiently());
        assertThat(page().evaluate("window.notReloaded")).isEqualTo(true);
    }

    private void seeWhoBouncedAndWhy() {
        figure("Bounced", BOUNCES).click();
        Locator drawer = page().getByRole(AriaRole.DIALOG);
        assertThat(drawer.getByText("bounce+3@simulator.amazonses.com")).isVisible();
        assertThat(drawer.getByText(Pattern.compile("550 5\\.1\\.1")).first()).isVisible();
        assertThat(drawer.getByText("bounced for good").first()).isVisible();
        page().keyboard().press("Escape");
        assertThat(drawer).isHidden();
    }

    private void scheduleACopyAndTakeItOffAgain() {
        button("More").click();
        page().getByRole(AriaRole.MENUITEM, named("Duplicate")).click();
        assertThat(heading("Copy of Spring")).isVisible();
        button("Schedule").click();
        Locator dialog = page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText(Pattern.compile("from now\\."))).isVisible();
        dialog.getByRole(AriaRole.BUTTON, within("Schedule")).click();
        assertThat(page().getByText(Pattern.compile("^It goes out on "))).isVisible();
        button("Unschedule").click();
        page().getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, within("Unschedule"))
                .click();
        assertThat(button("Save draft")).isVisible();
    }

    private void stopMailToSomebodyAndLetItThroughAgain() {
        link("Suppressions").click();
        button("Stop mail to an address").click();
        page().getByRole(AriaRole.DIALOG).getByLabel("Address").fill("person7@example.com");
        button("Stop mail").click();
        button("Let mail through again").click();
        page().getByLabel("Why", exactly()).fill("asked for it on the phone");
        button("Let mail through").click();
        assertThat(page().getByText("Nothing: mail to this address goes through."))
                .isVisible();
        assertThat(page().getByText(Pattern.compile("asked for it on the phone")))
                .isVisible();
        page().keyboard().press("Escape");
    }

    /** A domain that is new shows after the next ranking, half a minute later at most. */
    private void tellTheMailApartByDomain() {
        link("Statistics").click();
        Locator row = page().getByRole(
                        AriaRole.ROW,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^example\\.com " + (ALL - BOUNCES - COMPLAINTS))));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    page().reload();
                    page().getByText("Breakdown", new Page.GetByTextOptions().setExact(true))
                            .click();
                    assertThat(row).isVisible();
                });
    }

    private void postNotificationAndFindItInTheStatistics() {
        postNotification("ada@example.com");
        link("Home").click();
        page().getByText("Notifications", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page().getByText(Pattern.compile("SES accepted \\d+ messages?\\.")))
                .isVisible(patiently());
    }

    private void tabTo(String label) {
        Locator field = page().getByLabel(label, exactly());
        for (int i = 0;
                i < 10 && !Boolean.TRUE.equals(field.evaluate("field => field === document.activeElement"));
                i++) {
            page().keyboard().press("Tab");
        }
        assertThat(field).isFocused();
    }

    private void choose(String label, String option) {
        combobox(label).click();
        page().getByRole(AriaRole.OPTION, named(option)).click();
    }

    private Locator figure(String name, int people) {
        return page().getByRole(AriaRole.LINK, named(name + ": " + people + " people. Show who"));
    }

    private Locator combobox(String name) {
        return page().getByRole(AriaRole.COMBOBOX, named(name));
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
