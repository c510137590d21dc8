package io.tidings.awslocal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void mailIsFoundByItsIdAlsoAfterARestart() {
        List<Mail> accepted;
        try (var store = open()) {
            accepted = accept(store, 0, 100);
            assertThat(store.find(accepted.get(77).id())).isEqualTo(accepted.get(77));
        }
        try (var store = open()) {
            assertThat(store.size()).isEqualTo(100);
            for (var mail : accepted) {
                assertThat(store.find(mail.id())).isEqualTo(mail);
            }
            assertThat(accept(store, 100, 1).getFirst().seq()).isEqualTo(100);
            assertThat(store.request(accepted.get(3))).isEqualTo("request".getBytes());
        }
    }

    @Test
    void lineThatAKillLeftHalfWrittenIsGone() throws IOException {
        try (var store = open()) {
            accept(store, 0, 20);
        }
        Files.writeString(folder.resolve("accepted.log"), "{\"seq\":20,\"id\":\"hal", StandardOpenOption.APPEND);
        try (var store = open()) {
            assertThat(store.size()).isEqualTo(20);
            var next = accept(store, 20, 1).getFirst();
            assertThat(store.find(next.id())).isEqualTo(next);
        }
    }

    @Test
    void linesAreReadInOrderFromAnyPlace() {
        try (var store = open()) {
            accept(store, 0, 1_000);
            for (var from : new int[] {0, 1, 15, 16, 17, 500, 999}) {
                var seen = new ArrayList<Long>();
                store.each(from, (mail, seq) -> seen.add(mail.seq()));
                assertThat(seen).hasSize(1_000 - from);
                assertThat(seen.getFirst()).isEqualTo(from);
            }
        }
    }

    @Test
    void unknownIdsFindNothing() {
        try (var store = open()) {
            var mail = accept(store, 0, 1).getFirst();
            assertThat(store.find("nonsense")).isNull();
            assertThat(store.find(mail.id().replace("0100", "0200"))).isNull();
            assertThat(store.find(1)).isNull();
        }
    }

    private MailStore open() {
        return MailStore.open(folder, 64 * 1024 * 1024);
    }

    private static List<Mail> accept(MailStore store, int from, int count) {
        var drafts = IntStream.range(from, from + count)
                .mapToObj(i -> draft("r" + i + "@example.com"))
                .toList();
        return store.accept(
                drafts,
                draft -> List.of(new PlannedEvent("Send", 0, draft.recipients())),
                "request".getBytes(),
                NOW,
                mails -> {});
    }

    private static Draft draft(String to) {
        return new Draft(
                "SendEmail",
                "news@sender.example",
                List.of(to),
                List.of(),
                List.of(),
                List.of(),
                "Hello\nworld é",
                null,
                Map.of("campaign", "c"),
                List.of(),
                null,
                null,
                0);
    }
}
