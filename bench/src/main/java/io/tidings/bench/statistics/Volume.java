package io.tidings.bench.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Thirty days of mail, message by message: four of five by campaigns, the others notifications; most of it to a few large domains, the
 * rest to thousands. What it counts for is what the service would count, in gatherings that share a shard as there.
 */
final class Volume {

    static final int DAYS = 30;
    private static final int GATHERING = 100;
    private static final int COMPANIES = 3_000;
    static final List<String> TOPICS = List.of("news", "offers", "events", "surveys", "product", "jobs");
    private static final List<String> CATEGORIES = List.of("conversation", "account", "one-time-code", "digest");
    private static final List<String> PERMANENT = List.of("5.1.1", "5.1.2", "5.1.10", "5.4.4", "5.7.1");
    private static final List<String> TRANSIENT = List.of("4.2.2", "4.4.1", "4.4.7", "4.7.1");
    private static final Map<String, String> PROVIDERS =
            Map.of("gmail.com", "gmail", "outlook.com", "microsoft", "yahoo.com", "yahoo", "icloud.com", "apple");

    private final Random random = new Random(17);
    private final Instant now;
    private final List<String> campaigns;
    private final List<String> templates;
    private final Counters counters = new Counters();

    Volume(Instant now, List<String> campaigns, List<String> templates) {
        this.now = now;
        this.campaigns = campaigns;
        this.templates = templates;
    }

    /** Of each campaign the audience is what was sent by it. */
    Counters of(int messages) {
        for (int i = 0; i < messages; i++) {
            if (i % GATHERING == 0) {
                counters.nextShard(random);
            }
            message(i);
        }
        return counters;
    }

    Instant launchOf(int campaign) {
        return now.minus(Duration.ofHours(DAYS * 22L * (campaign + 1) / campaigns.size()))
                .truncatedTo(ChronoUnit.HOURS);
    }

    private void message(int i) {
        boolean notification = random.nextInt(5) == 0;
        int campaign = i % campaigns.size();
        Instant at = notification
                ? now.minusSeconds(random.nextInt(DAYS * 20 * 3_600))
                : before(launchOf(campaign).plusSeconds((long) (Math.abs(random.nextGaussian()) * 20 * 3_600)));
        String domain = domain();
        Message message = new Message(
                notification,
                campaigns.get(campaign),
                templates.get(random.nextInt(templates.size())),
                notification
                        ? CATEGORIES.get(random.nextInt(CATEGORIES.size()))
                        : TOPICS.get(random.nextInt(TOPICS.size())),
                domain);
        if (!notification) {
            counters.add("campaign#" + message.campaign(), "total", "au");
            counters.add("campaign#" + message.campaign(), "total", "cm");
        }
        count(message, at, "ac", null);
        for (Happened one : whatHappens()) {
            count(message, before(at.plusSeconds(random.nextInt(1_800))), one.code(), one.status());
        }
    }

    private record Message(boolean notification, String campaign, String template, String topic, String domain) {
        String stream() {
            return notification ? "notification" : "campaign";
        }
    }

    private record Happened(String code, @Nullable String status) {}

    private List<Happened> whatHappens() {
        int luck = random.nextInt(1_000);
        if (luck < 15) {
            return List.of(new Happened("bp", PERMANENT.get(random.nextInt(PERMANENT.size()))));
        }
        if (luck < 25) {
            return List.of(new Happened("bt", TRANSIENT.get(random.nextInt(TRANSIENT.size()))));
        }
        List<Happened> facts = new ArrayList<>(List.of(new Happened("de", null)));
        if (luck < 30) {
            facts.add(new Happened("dl", TRANSIENT.get(random.nextInt(TRANSIENT.size()))));
        }
        if (luck == 30) {
            facts.add(new Happened("co", null));
        }
        if (luck > 600) {
            facts.add(new Happened("op", null));
            facts.add(new Happened(luck % 2 == 0 ? "oh" : "om", null));
        }
        if (luck > 950) {
            facts.add(new Happened("cl", null));
            facts.add(new Happened("ch", null));
        }
        return facts;
    }

    private void count(Message message, Instant at, String code, @Nullable String status) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        String stream = message.stream();
        String half = period(utc, 16);
        String quarter = period(utc, 8);
        // Notifications have more to count.
        String timed = message.notification() ? quarter : half;
        String hours = "hours#" + utc.toLocalDate() + "#" + utc.getHour() / 12;
        String day = digit(utc.getDayOfMonth());
        String hour = digit(utc.getHour());
        counters.add("stream#" + stream, "days#" + timed, day + code);
        counters.add("stream#" + stream, hours, hour + code);
        if (!message.notification()) {
            counters.add("campaign#" + message.campaign(), "total", code);
            counters.add("campaign#" + message.campaign(), hours, hour + code);
        }
        counters.add("template#" + stream + "#" + timed, message.template(), day + code);
        counters.add(
                (message.notification() ? "category#" : "topic#") + stream + "#" + timed, message.topic(), day + code);
        counters.add(
                "provider#" + stream + "#" + utc.toLocalDate(),
                "all",
                code + PROVIDERS.getOrDefault(message.domain(), "other"));
        if (!code.equals("ac")) {
            counters.add("domain#" + stream + "#" + half, message.domain(), day + code);
        }
        if (code.equals("de") || code.startsWith("b")) {
            counters.add("domain#" + stream + "#" + half, message.domain(), day + "an");
        }
        if (status != null) {
            counters.add("status#" + stream + "#" + quarter, "all", day + code + status);
            counters.add("domain-status#" + stream + "#" + half, message.domain(), day + code + status);
        }
    }

    /** The first of so many days of a month that lie together. */
    private static String period(LocalDateTime at, int days) {
        return at.toLocalDate()
                .withDayOfMonth((at.getDayOfMonth() - 1) / days * days + 1)
                .toString();
    }

    private static String digit(int number) {
        return Integer.toString(number, Character.MAX_RADIX);
    }

    private Instant before(Instant at) {
        return at.isAfter(now) ? now : at;
    }

    private String domain() {
        int luck = random.nextInt(100);
        if (luck < 60) {
            return luck < 30 ? "gmail.com" : luck < 45 ? "outlook.com" : luck < 55 ? "yahoo.com" : "icloud.com";
        }
        // A few have many people, and many have a few.
        double part = random.nextDouble();
        return "company" + (int) (COMPANIES * part * part * part) + ".example";
    }
}
