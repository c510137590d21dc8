package io.tidings.awslocal.http;

import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an answer back to its connection's event loop. */
final class ConnectionResponder implements Responder {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionResponder.class);

    private final ChannelHandlerContext context;
    private final Connection connection;
    private final boolean keepAlive;
    private final AtomicBoolean answered = new AtomicBoolean();

    ConnectionResponder(ChannelHandlerContext context, Connection connection, boolean keepAlive) {
        this.context = context;
        this.connection = connection;
        this.keepAlive = keepAlive;
    }

    @Override
    public void respond(Response response) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        if (context.executor().inEventLoop()) {
            connection.answer(context, response, keepAlive);
        } else {
            context.executor().execute(() -> connection.answer(context, response, keepAlive));
        }
    }

    @Override
    public void drop() {
        if (answered.compareAndSet(false, true)) {
            var _ = context.close();
        }
    }

    @Override
    public boolean isGone() {
        return !context.channel().isActive();
    }

    @Override
    public void fail(Throwable bug) {
        LOG.error("An endpoint failed", bug);
        respond(Response.text(500, "Internal error: " + bug));
    }
}
