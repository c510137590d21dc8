package io.tidings.aws.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewAddressesTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 2", "8, 2"})
    void theFirstTwoAreTried(int found, int tried) throws UnknownHostException {
        InetAddress[] addresses =
                IntStream.range(0, found).mapToObj(FewAddressesTest::address).toArray(InetAddress[]::new);
        assertThat(new FewAddresses(answering(addresses)).resolve("email.example"))
                .containsExactly(IntStream.range(0, tried)
                        .mapToObj(FewAddressesTest::address)
                        .toArray(InetAddress[]::new));
    }

    @Test
    void aNameThatIsNotFoundIsNotFound() {
        assertThatThrownBy(() -> new FewAddresses(SystemDefaultDnsResolver.INSTANCE).resolve("nowhere.invalid"))
                .isInstanceOf(UnknownHostException.class);
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static DnsResolver answering(InetAddress[] addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
