package io.tidings.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The books as the service keeps them, beside what was injected and what the embedded SES itself counted. */
record DemoBooks(List<Line> lines) {

    record Line(String what, long counted, long expected, String witness) {
        boolean right() {
            return counted == expected;
        }
    }

    static DemoBooks read(Api api, Api aws, String campaign) {
        JsonNode statistics = api.get("/api/v1/campaigns/" + campaign + "/statistics");
        JsonNode books = statistics.path("books");
        JsonNode accepted = aws.get("/_inbox/summary?campaign=" + campaign);
        long reached = DemoPeople.ALL - DemoPeople.BOUNCES;
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("audience", books.path("audience").asLong(), DemoPeople.ALL, "people imported"));
        lines.add(new Line(
                "accepted",
                books.path("accepted").asLong(),
                accepted.path("mails").asLong(),
                "SES's own log"));
        lines.add(new Line(
                "different people",
                accepted.path("distinctRecipients").asLong(),
                DemoPeople.ALL,
                "nobody twice, nobody lost"));
        for (String none : List.of("skipped", "refused", "cancelled", "waiting", "unknown")) {
            lines.add(new Line(none, books.path(none).asLong(), 0, "none was caused"));
        }
        lines.add(new Line("delivered", statistics.path("delivered").asLong(), reached, "all but the bounces"));
        lines.add(new Line("bounced", statistics.path("bouncedPermanent").asLong(), DemoPeople.BOUNCES, "injected"));
        lines.add(new Line("complained", statistics.path("complained").asLong(), DemoPeople.COMPLAINTS, "injected"));
        lines.add(new Line(
                "automatic replies", statistics.path("autoReplied").asLong(), DemoPeople.AUTO_REPLIES, "injected"));
        lines.add(
                new Line("sum of the books", sum(books), books.path("audience").asLong(), "audience"));
        return new DemoBooks(lines);
    }

    private static long sum(JsonNode books) {
        long sum = 0;
        for (String bucket : List.of("accepted", "skipped", "refused", "cancelled", "waiting", "unknown")) {
            sum += books.path(bucket).asLong();
        }
        return sum;
    }

    boolean right() {
        return lines.stream().allMatch(Line::right);
    }

    void print() {
        System.out.printf("%n%-18s %8s %9s%n", "", "counted", "expected");
        for (Line line : lines) {
            System.out.printf(
                    "%-18s %,8d %,9d  %s %s%n",
                    line.what(), line.counted(), line.expected(), line.right() ? "  " : "!!", line.witness());
        }
    }
}
