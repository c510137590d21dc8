package io.tidings.core.memory;

import io.tidings.core.deadletter.DeadLetterQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is held comes back only when it is given back. */
public final class MemoryDeadLetters implements DeadLetterQueue {

    private final String name;
    private final Deque<Held> visible = new ArrayDeque<>();
    private final List<Held> held = new ArrayList<>();
    private final List<String> reposted = new ArrayList<>();
    private @Nullable Move move;

    public MemoryDeadLetters(String name) {
        this.name = name;
    }

    public void park(String id, String body, Instant sentAt) {
        visible.addLast(new Held(id, body, sentAt, "receipt of " + id));
    }

    /** What is in the queue they come from again. */
    public List<String> reposted() {
        return List.copyOf(reposted);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long waiting() {
        return visible.size() + held.size();
    }

    @Override
    public List<Held> hold(int most, Duration howLong) {
        List<Held> some = new ArrayList<>();
        while (some.size() < most && !visible.isEmpty()) {
            some.add(visible.removeFirst());
        }
        held.addAll(some);
        return some;
    }

    @Override
    public void giveBack(List<Held> back) {
        back.stream().filter(held::remove).forEach(visible::addLast);
    }

    @Override
    public void repost(Held message) {
        reposted.add(message.body());
    }

    @Override
    public void remove(Held message) {
        held.remove(message);
    }

    @Override
    public boolean moveAll() {
        long moved = visible.size();
        visible.forEach(this::repost);
        visible.clear();
        move = new Move(false, moved, moved, Instant.EPOCH, null);
        return true;
    }

    @Override
    public Optional<Move> lastMove() {
        return Optional.ofNullable(move);
    }
}
