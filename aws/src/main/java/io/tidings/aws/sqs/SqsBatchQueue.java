package io.tidings.aws.sqs;

import io.tidings.core.sending.BatchQueue;
import java.time.Duration;
import java.util.List;

public final class SqsBatchQueue implements BatchQueue {

    private final Queue queue;

    public SqsBatchQueue(Queue queue) {
        this.queue = queue;
    }

    @Override
    public void post(List<Fed> batches) {
        queue.send(batches.stream().map(QueueMessages::write).toList(), Duration.ZERO);
    }
}
