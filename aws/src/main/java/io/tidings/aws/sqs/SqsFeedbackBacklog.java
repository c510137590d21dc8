package io.tidings.aws.sqs;

import io.tidings.core.sending.FeedbackBacklog;

public final class SqsFeedbackBacklog implements FeedbackBacklog {

    private final Queue queue;

    public SqsFeedbackBacklog(Queue queue) {
        this.queue = queue;
    }

    @Override
    public Depth depth() {
        return queue.depth();
    }
}
