package io.tidings.core.memory;

import io.tidings.core.contract.DeadLetterContract;
import io.tidings.core.contract.Ports;
import io.tidings.core.contract.Samples;
import io.tidings.core.deadletter.DeadLetterQueue;
import java.util.List;

class MemoryDeadLetterTest extends DeadLetterContract {

    private final Ports ports = new MemoryPorts();
    private final MemoryDeadLetters queue = new MemoryDeadLetters("feedback");

    @Override
    protected Ports ports() {
        return ports;
    }

    @Override
    protected DeadLetterQueue queue() {
        return queue;
    }

    @Override
    protected void park(List<String> bodies) {
        bodies.forEach(body -> queue.park(Samples.id(), body, Samples.NOON));
    }

    @Override
    protected List<String> reposted(int expected) {
        return queue.reposted();
    }
}
