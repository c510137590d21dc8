package io.tidings.service.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.Receiver.Answer;
import io.tidings.core.webhook.Receiver.Unreached;
import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Wishes;
import io.tidings.service.webhooks.PublicAddresses.NotPublicException;
import io.tidings.service.wiring.WebhookSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who may make webhooks would try, to reach what only this machine can. */
class PublicAddressesTest {

    private static final WebhookSettings STRICT =
            new WebhookSettings(false, 4, Duration.ofHours(24), Duration.ofHours(24));

    private final PublicAddresses addresses = new PublicAddresses(false, SystemDefaultDnsResolver.INSTANCE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "localhost",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.170",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotForEverybodyIsNotReached(String host) {
        assertThatThrownBy(() -> addresses.resolve(host)).isInstanceOf(NotPublicException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1"
            })
    void whatIsForEverybodyIs(String host) {
        assertThatCode(() -> addresses.resolve(host)).doesNotThrowAnyException();
    }

    @Test
    void onePrivateAddressAmongPublicOnesSpoilsTheName() {
        DnsResolver both = resolver(() -> new InetAddress[] {ip("1.1.1.1"), ip("10.0.0.1")});
        assertThatThrownBy(() -> new PublicAddresses(false, both).resolve("both.example"))
                .isInstanceOf(NotPublicException.class);
    }

    @Test
    void aNameThatChangesItsAddressIsCheckedEachTimeItIsLookedUp() throws UnknownHostException {
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding =
                resolver(() -> new InetAddress[] {ip(asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1")});
        PublicAddresses checked = new PublicAddresses(false, rebinding);
        assertThat(checked.resolve("rebinding.example")).containsExactly(ip("1.1.1.1"));
        assertThatThrownBy(() -> checked.resolve("rebinding.example")).isInstanceOf(NotPublicException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0"})
    void noConnectionIsMade(String host) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(0));
            server.setSoTimeout(300);
            HttpReceiver receiver = new HttpReceiver(STRICT, InstantSource.system());
            Answer answer = receiver.post(
                    webhook("http://" + host + ":" + server.getLocalPort() + "/hook"),
                    List.of(Signatures.newSecret()),
                    "evt",
                    "{}");
            assertThat(answer).isInstanceOf(Unreached.class);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
            receiver.stop();
        }
    }

    private static Webhook webhook(String url) {
        return Webhook.made(
                "w", new Wishes(URI.create(url), Set.of(EventType.BOUNCED), Only.ALL, ""), "", Instant.EPOCH);
    }

    private interface Names {
        InetAddress[] all() throws UnknownHostException;
    }

    private static DnsResolver resolver(Names names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.all();
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static InetAddress ip(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
