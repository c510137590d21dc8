package io.tidings.aws.deployment;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The HTTP client tries all addresses of a name, each for as long as a connection may take. The many that AWS's names have would take
 * longer than a send may, and one that is cut short then cannot be told from one that SES has.
 */
record FewAddresses(DnsResolver all) implements DnsResolver {

    static final int MOST = 2;

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = all.resolve(host);
        return found.length <= MOST ? found : Arrays.copyOf(found, MOST);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return all.resolveCanonicalHostname(host);
    }
}
