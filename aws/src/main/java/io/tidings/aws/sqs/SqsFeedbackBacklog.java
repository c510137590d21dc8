package io.tidings.aws.sqs;

import io.tidings.core.sending.FeedbackBacklog;

public final class SqsFeedbackBacklog implements FeedbackBacklog {

    private final Queue queue;
    private final Queue parked;

    /** @param parked where the queue parks what nobody could record */
    public SqsFeedbackBacklog(Queue queue, Queue parked) {
        this.queue = queue;
        this.parked = parked;
    }

    @Override
    public Depth depth() {
        Queue.Depth lying = parked.depth();
        Queue.Depth depth = queue.depth();
        return new Depth(depth.waiting(), depth.inWork(), lying.waiting() + lying.inWork());
    }
}
