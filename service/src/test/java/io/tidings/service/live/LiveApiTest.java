package io.tidings.service.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Progress as a browser gets it. */
class LiveApiTest {

    private static final String LIVE = "/api/v1/live";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Test
    void aListenerSeesACampaignToItsEnd() throws IOException, InterruptedException {
        String id = Made.draftId("email\nada@example.com\nbo@example.com\n");
        List<String> lines = new ArrayList<>();
        HttpResponse<InputStream> stream = open(LIVE + "?campaign=" + id);
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        Thread reader = Thread.ofVirtual().start(() -> read(stream.body(), lines));
        await().atMost(LONGEST).until(() -> has(lines, "\"state\":\"draft\""));
        assertThat(has(lines, "retry: 3000") || has(lines, "retry:3000")).isTrue();
        assertThat(has(lines, "heartbeat")).isTrue();
        Made.launched(id);
        await().atMost(LONGEST).until(() -> has(lines, "\"state\":\"finished\""));
        assertThat(has(lines, "\"accepted\":2")).isTrue();
        assertThat(has(lines, "\"balanced\":true")).isTrue();
        stream.body().close();
        reader.join(LONGEST);
        await().atMost(LONGEST).until(() -> TestService.bean(LiveFeed.class).listeners() == 0);
    }

    @Test
    void whoWatchesAllIsToldWhatIsUnderWayAndHowItEnds() throws IOException {
        List<String> lines = new ArrayList<>();
        HttpResponse<InputStream> stream = open(LIVE);
        Thread.ofVirtual().start(() -> read(stream.body(), lines));
        String id = Made.draftId("email\nada@example.com\n");
        Made.launched(id);
        await().atMost(LONGEST)
                .until(() -> copy(lines).stream()
                        .anyMatch(line -> line.contains(id) && line.contains("\"state\":\"finished\"")));
        stream.body().close();
    }

    @Test
    void oneTooManyIsToldWhenToComeBack() {
        LiveFeed feed = TestService.bean(LiveFeed.class);
        while (feed.join(null).isPresent()) {}
        Caller.Answer answer = TestService.administrator().get(LIVE);
        answer.refused(503);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        // Whoever never reads loses the place.
        await().atMost(LONGEST).until(() -> feed.listeners() == 0);
    }

    @Test
    void aCampaignThatDoesNotExistIsNotWatched() {
        TestService.administrator()
                .get(LIVE + "?campaign=01890000-0000-7000-8000-000000000000")
                .refused(404);
        TestService.administrator().get(LIVE + "?campaign=x").refused(404);
    }

    private static HttpResponse<InputStream> open(String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + TestService.port()).resolve(path))
                .header("Cookie", TestService.administrator().cookie())
                .header("Accept", "text/event-stream")
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(InputStream body, List<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // The listener hung up.
        }
    }

    private static boolean has(List<String> lines, String text) {
        return copy(lines).stream().anyMatch(line -> line.contains(text));
    }

    private static List<String> copy(List<String> lines) {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
