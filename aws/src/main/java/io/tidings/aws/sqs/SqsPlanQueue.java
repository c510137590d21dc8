package io.tidings.aws.sqs;

import io.tidings.core.campaign.PlanQueue;
import java.time.Duration;

public final class SqsPlanQueue implements PlanQueue {

    private final Queue queue;

    public SqsPlanQueue(Queue queue) {
        this.queue = queue;
    }

    @Override
    public void post(PlanStep step, Duration delay) {
        queue.send(QueueMessages.write(step), delay);
    }
}
