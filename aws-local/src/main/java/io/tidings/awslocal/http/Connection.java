package io.tidings.awslocal.http;

import static io.netty.handler.codec.http.HttpHeaderNames.EXPECT;
import static io.netty.handler.codec.http.HttpHeaderValues.CLOSE;
import static io.netty.handler.codec.http.HttpHeaderValues.KEEP_ALIVE;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client's connection. It serves one request at a time; what a pipelining client sends meanwhile waits its turn. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails closes the connection: exceptionCaught.
final class Connection extends ChannelInboundHandlerAdapter {
    /** Parts of requests that may wait before the client is made to wait too. */
    private static final int MAX_WAITING = 256;

    private final Endpoint endpoint;
    private final ArrayDeque<HttpObject> waiting = new ArrayDeque<>();
    private @Nullable HttpRequest head;
    private @Nullable Body body;
    private boolean busy;
    private boolean serving;
    private boolean reading;
    private boolean closing;

    Connection(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reading = true;
        waiting.add((HttpObject) message);
        serveWaiting(context);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        context.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void serveWaiting(ChannelHandlerContext context) {
        serving = true;
        while (!busy && !waiting.isEmpty()) {
            var part = waiting.remove();
            try {
                accept(context, part);
            } finally {
                ReferenceCountUtil.release(part);
            }
        }
        serving = false;
        context.channel().config().setAutoRead(waiting.size() < MAX_WAITING);
    }

    private void accept(ChannelHandlerContext context, HttpObject part) {
        if (closing) {
            if (part instanceof LastHttpContent) {
                context.close();
            }
            return;
        }
        if (part.decoderResult().isFailure()) {
            refuse(context, Response.text(400, "This is not HTTP/1.1."));
            return;
        }
        if (part instanceof HttpRequest request) {
            begin(context, request);
        }
        if (part instanceof HttpContent content && body != null && head != null) {
            if (!body.append(content.content())) {
                refuse(context, tooLarge());
            } else if (content instanceof LastHttpContent) {
                serve(context, head, body.bytes());
            }
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        head = request;
        var length = HttpUtil.getContentLength(request, -1L);
        if (length > HttpServer.MAX_BODY_BYTES) {
            refuse(context, tooLarge());
        } else if (HttpUtil.is100ContinueExpected(request)) {
            var go = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
            context.writeAndFlush(go);
            body = new Body(length);
        } else if (request.headers().contains(EXPECT)) {
            refuse(context, Response.text(417, "Only 100-continue can be expected."));
        } else {
            body = new Body(length);
        }
    }

    private void serve(ChannelHandlerContext context, HttpRequest request, byte[] bytes) {
        head = null;
        body = null;
        busy = true;
        var uri = request.uri();
        var mark = uri.indexOf('?');
        var whole = new Request(
                request.method().name(),
                mark < 0 ? uri : uri.substring(0, mark),
                mark < 0 ? "" : uri.substring(mark + 1),
                new Headers(request.headers()),
                bytes);
        var responder = new ConnectionResponder(context, this, HttpUtil.isKeepAlive(request));
        try {
            endpoint.handle(whole, responder);
        } catch (Exception | StackOverflowError e) {
            responder.fail(e);
        }
    }

    /** Runs on the event loop. */
    void answer(ChannelHandlerContext context, Response response, boolean keepAlive) {
        write(context, response, keepAlive);
        busy = false;
        if (!serving) {
            serveWaiting(context);
        }
        if (!reading) {
            context.flush();
        }
    }

    private void refuse(ChannelHandlerContext context, Response response) {
        closing = true;
        head = null;
        body = null;
        context.writeAndFlush(message(response, false)).addListener(done -> linger(context));
    }

    /** A client still sending must be able to read its answer first, which an immediate close would take from it. */
    private static void linger(ChannelHandlerContext context) {
        ((SocketChannel) context.channel()).shutdownOutput();
        context.executor().schedule(() -> context.close(), 1, TimeUnit.SECONDS);
    }

    private void write(ChannelHandlerContext context, Response response, boolean keepAlive) {
        var message = message(response, keepAlive);
        if (keepAlive) {
            context.write(message, context.voidPromise());
        } else {
            closing = true;
            context.write(message).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static FullHttpResponse message(Response response, boolean keepAlive) {
        var message = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body()));
        for (var header : response.headers()) {
            message.headers().add(header.name(), header.value());
        }
        message.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
        message.headers().set(HttpHeaderNames.CONNECTION, keepAlive ? KEEP_ALIVE : CLOSE);
        return message;
    }

    private static Response tooLarge() {
        return Response.text(413, "A request may have at most 16 MB.");
    }
}
