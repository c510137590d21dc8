package io.tidings.examples.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.client.DryRun;
import io.tidings.client.TidingsClient;
import io.tidings.client.WebhookEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A minute in the life of a small chat. TIDINGS_URL and TIDINGS_KEY say where mail goes; with TIDINGS_EMAIL and TIDINGS_PASSWORD, an
 * administrator's, it also listens to what becomes of it.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("TIDINGS_URL", "http://localhost:8080");
        String key = environment.getOrDefault("TIDINGS_KEY", "");
        if (key.isBlank()) {
            System.err.println("Set TIDINGS_KEY to the API key that the first start of Tidings printed.");
            System.exit(2);
        }
        Mailer mailer = new Mailer(TidingsClient.at(url, key));
        Chat chat = new Chat(mailer);
        String password = environment.getOrDefault("TIDINGS_PASSWORD", "");
        if (password.isEmpty()) {
            Chat.say("Without TIDINGS_EMAIL and TIDINGS_PASSWORD it listens to no webhook.");
            run(chat, mailer);
            return;
        }
        Setup setup = new Setup(url, environment.getOrDefault("TIDINGS_EMAIL", "admin@tidings.local"), password);
        try (Listener listener = new Listener(event -> react(chat, event))) {
            JsonNode made = setup.webhook(listener.url());
            listener.trust(made.path("secret").asText());
            // Every process of Tidings knows of a new webhook after a second.
            Thread.sleep(1_500);
            run(chat, mailer);
            setup.forget(made.at("/webhook/id").asText());
        }
    }

    private static void run(Chat chat, Mailer mailer) throws InterruptedException {
        Member ada = new Member("Ada", "ada@example.com", dayTime());
        chat.join(ada);
        chat.join(new Member("Bo", "bo@example.com", dayTime()));
        chat.join(new Member("Cleo", "cleo@example.com", dayTime()));
        chat.join(new Member("Dora", "dora@example.com", nightTime()));
        chat.join(new Member("Emil", "emil@example.com", dayTime()));
        // SES's mailbox simulator: mail to it bounces, and harms nobody's reputation.
        chat.join(new Member("Finn", "bounce+finn@simulator.amazonses.com", dayTime()));

        title("Ada logs in");
        mailer.code(ada, "493 021");
        Chat.say("A code is on its way to Ada; it overtakes everything else");

        title("What would a mail look like?");
        DryRun dry = mailer.wouldSend(ada, new Message("m-0", "lobby", "Emil", "Lunch?"));
        Chat.say("\"" + dry.subject() + "\" to " + dry.to() + " at " + dry.when() + "; nothing is sent");

        title("Emil and Bo are online, the others are away");
        chat.comesOnline("Emil");
        chat.comesOnline("Bo");
        chat.write("Emil", "lobby", "Lunch at noon?");
        Message second = chat.write("Bo", "lobby", "Pizza!");
        Message third = chat.write("Emil", "lobby", "@Cleo, will you come?");

        title("Cleo comes and reads, all but the first");
        chat.comesOnline("Cleo");
        chat.reads("Cleo", second);
        chat.reads("Cleo", third);

        title("The window ends: a mail for each who is still away");
        Thread.sleep(Mailer.WINDOW.plusSeconds(6).toMillis());

        title("What became of it");
        chat.outcomes().forEach(Chat::say);

        title("Finn's mail bounced, so the chat leaves him alone");
        chat.write("Bo", "lobby", "Who wants dessert?");
    }

    private static void react(Chat chat, WebhookEvent event) {
        String recipient = event.text("recipient");
        Chat.say("  [webhook] " + event.type() + " " + recipient + " " + event.text("reference"));
        switch (event.type()) {
            case "message.bounced" -> {
                if (event.data().at("/bounce/kind").asText().equals("permanent")) {
                    chat.isUnreachable(recipient);
                }
            }
            case "message.complained", "message.suppressed" -> chat.isUnreachable(recipient);
            default -> {
                // Said above; it changes nobody whom the chat writes to.
            }
        }
    }

    /** Somewhere on earth it is noon. */
    private static ZoneId dayTime() {
        return zoneAt(12);
    }

    /** And somewhere else it is two at night. */
    private static ZoneId nightTime() {
        return zoneAt(2);
    }

    private static ZoneId zoneAt(int hour) {
        return IntStream.rangeClosed(-11, 12)
                .mapToObj(offset -> "Etc/GMT" + (offset < 0 ? "" : "+") + offset)
                .map(ZoneId::of)
                .filter(zone -> LocalTime.ofInstant(Instant.now(), zone).getHour() == hour)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    private static void title(String text) {
        Chat.say("");
        Chat.say("== " + text);
    }
}
