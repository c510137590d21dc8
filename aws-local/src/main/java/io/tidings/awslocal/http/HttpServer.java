package io.tidings.awslocal.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Listens on one address and hands every request to one endpoint. Answers leave in the order of their requests. */
public final class HttpServer implements AutoCloseable {
    /** DynamoDB and SES refuse larger requests themselves; this only bounds memory. */
    public static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    private final EventLoopGroup loops;
    private final Channel listener;

    private HttpServer(EventLoopGroup loops, Channel listener) {
        this.loops = loops;
        this.listener = listener;
    }

    /** Starts to listen; port 0 takes any free port. */
    public static HttpServer start(String host, int port, Endpoint endpoint) {
        var threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        var loops = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("aws-local-http"), NioIoHandler.newFactory());
        try {
            var listener = bootstrap(loops, endpoint)
                    .bind(new InetSocketAddress(host, port))
                    .syncUninterruptibly()
                    .channel();
            return new HttpServer(loops, listener);
        } catch (RuntimeException e) {
            var _ = loops.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            throw e;
        }
    }

    public String host() {
        return ((InetSocketAddress) listener.localAddress()).getHostString();
    }

    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static ServerBootstrap bootstrap(EventLoopGroup loops, Endpoint endpoint) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(limits()))
                                .addLast(new Connection(endpoint));
                    }
                });
    }

    private static HttpDecoderConfig limits() {
        return new HttpDecoderConfig().setMaxInitialLineLength(32 * 1024).setMaxHeaderSize(64 * 1024);
    }
}
