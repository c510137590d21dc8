package io.tidings.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.bench.Api;
import io.tidings.bench.processes.Wait;
import java.time.Duration;

/** Campaigns as a marketer makes them, by the API. */
public final class Campaigns {

    private static final int A_FILE = 200_000;
    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(10);

    private final Api api;

    public Campaigns(Api api) {
        this.api = api;
    }

    public String audience(int people) {
        return audience(0, people);
    }

    /** An audience of those numbered so; files of at most 200,000 lines, one after the other. */
    public String audience(int from, int to) {
        String audience = api.post("/api/v1/audiences", Api.object().put("name", "People " + from + " to " + to))
                .path("id")
                .asText();
        for (int first = from; first < to; first += A_FILE) {
            String job = api.postCsv(
                            "/api/v1/imports?audienceId=" + audience, People.csv(first, Math.min(to, first + A_FILE)))
                    .path("id")
                    .asText();
            Wait.until(LONGEST_IMPORT, "the import", () -> !importState(job).equals("running"));
            if (!importState(job).equals("finished")) {
                throw new IllegalStateException("the import " + importState(job));
            }
        }
        return audience;
    }

    private String importState(String job) {
        return api.get("/api/v1/imports/" + job).path("state").asText();
    }

    /** Five kilobytes of HTML with six fields, and a text part of its own. */
    public String template() {
        String paragraph =
                "<p style=\"margin:0 0 16px;color:#333333\">The days are getting longer in {{city}}, and there is"
                        + " much to see before the summer begins: new tours by the river, late openings, and music.</p>\n";
        String html = "<!doctype html><html><body><h1>Hello {{firstName}} {{lastName}},</h1>\n"
                + paragraph.repeat(28)
                + "<p>Your plan is {{plan}}, your language {{language}}; you visited us {{visits}} times.</p></body></html>";
        String text = "Hello {{firstName}} {{lastName}},\n\n"
                + "The days are getting longer in {{city}}, and there is much to see before the summer begins.\n"
                        .repeat(8)
                + "Your plan is {{plan}}, your language {{language}}; you visited us {{visits}} times.\n";
        ObjectNode template = Api.object()
                .put("name", "Spring")
                .put("subject", "{{firstName}}, spring begins in {{city}}")
                .put("html", html)
                .put("text", text);
        return api.post("/api/v1/templates", template).path("id").asText();
    }

    public String draft(String name, String audience, String template) {
        ObjectNode draft =
                Api.object().put("name", name).put("audienceId", audience).put("templateId", template);
        draft.putObject("sender").put("name", "Tidings").put("email", "hello@tidings.example");
        return api.post("/api/v1/campaigns", draft).path("id").asText();
    }

    /** A draft that is launched at once. */
    public String launch(String name, String audience, String template) {
        String campaign = draft(name, audience, template);
        act(campaign, "launch");
        return campaign;
    }

    public void act(String campaign, String verb) {
        api.post("/api/v1/campaigns/" + campaign + "/" + verb, Api.object());
    }

    public String state(String campaign) {
        return get(campaign).path("state").asText();
    }

    public JsonNode books(String campaign) {
        return get(campaign).path("books");
    }

    public JsonNode statistics(String campaign) {
        return api.get("/api/v1/campaigns/" + campaign + "/statistics");
    }

    /** Of all mail there ever was. */
    public long deliveredInAll() {
        return api.get("/api/v1/statistics/summary")
                .path("counts")
                .path("delivered")
                .asLong();
    }

    public void awaitFinished(String campaign, Duration longest) {
        Wait.until(
                longest,
                "the campaign to finish: " + campaign,
                () -> state(campaign).equals("finished"));
    }

    private JsonNode get(String campaign) {
        return api.get("/api/v1/campaigns/" + campaign);
    }
}
