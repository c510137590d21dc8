package io.tidings.core.memory;

import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.KeyedAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryAnswers implements AnswerStore {

    private record Row(
            String request,
            Instant leasedUntil,
            Instant expiresAt,
            @Nullable KeyedAnswer answer) {}

    private final Map<String, Row> rows = new HashMap<>();
    private final Object lock;

    MemoryAnswers(Object lock) {
        this.lock = lock;
    }

    boolean keepFirst(KeyedAnswer answer) {
        synchronized (lock) {
            Row now = rows.get(answer.key());
            if (now != null && !now.expiresAt().isBefore(answer.givenAt())) {
                return false;
            }
            rows.put(answer.key(), new Row(answer.request(), Instant.MIN, answer.expiresAt(), answer));
            return true;
        }
    }

    @Override
    public Optional<KeyedAnswer> find(String key, Instant now) {
        synchronized (lock) {
            return Optional.ofNullable(rows.get(key))
                    .filter(row -> !row.expiresAt().isBefore(now))
                    .map(Row::answer);
        }
    }

    @Override
    public Claim claim(String key, String request, Instant now, Instant leasedUntil, Instant expiresAt) {
        synchronized (lock) {
            Row row = rows.get(key);
            if (row == null || isFree(row, request, now)) {
                rows.put(key, new Row(request, leasedUntil, expiresAt, null));
                return new Mine();
            }
            KeyedAnswer answer = row.answer();
            return answer == null ? new InFlight(row.request(), row.leasedUntil()) : new Answered(answer);
        }
    }

    private static boolean isFree(Row row, String request, Instant now) {
        boolean left = row.answer() == null
                && row.leasedUntil().isBefore(now)
                && row.request().equals(request);
        return left || row.expiresAt().isBefore(now);
    }

    @Override
    public KeyedAnswer answer(KeyedAnswer answer) {
        synchronized (lock) {
            Row row = rows.get(answer.key());
            KeyedAnswer first = row == null ? null : row.answer();
            if (first != null) {
                return first;
            }
            rows.put(answer.key(), new Row(answer.request(), Instant.MIN, answer.expiresAt(), answer));
            return answer;
        }
    }
}
