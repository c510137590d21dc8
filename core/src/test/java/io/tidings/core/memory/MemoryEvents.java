package io.tidings.core.memory;

import io.tidings.core.audience.Page;
import io.tidings.core.feedback.EventStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryEvents implements EventStore {

    private final List<Kept> kept = new ArrayList<>();
    private @Nullable Progress progress;
    private @Nullable Instant late;

    @Override
    public synchronized void keep(List<String> bodies, Instant at) {
        kept.add(new Kept(at, List.copyOf(bodies)));
    }

    /** One gathering a page. */
    @Override
    public synchronized Page<Kept> of(LocalDate day, @Nullable String cursor) {
        List<Kept> all = kept.stream()
                .filter(one -> one.at().atOffset(ZoneOffset.UTC).toLocalDate().equals(day))
                .toList();
        int next = cursor == null ? 0 : Integer.parseInt(cursor);
        return next >= all.size()
                ? new Page<>(List.of(), null)
                : new Page<>(List.of(all.get(next)), next + 1 < all.size() ? String.valueOf(next + 1) : null);
    }

    @Override
    public synchronized void noteProgress(Progress next) {
        progress = next;
    }

    @Override
    public synchronized Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    @Override
    public synchronized void noteLate(Instant at) {
        late = at;
    }

    @Override
    public synchronized Optional<Instant> lateSeenAt() {
        return Optional.ofNullable(late);
    }
}
