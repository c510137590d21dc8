package io.tidings.awslocal;

import io.tidings.awslocal.ses.AccountState;
import io.tidings.awslocal.ses.Delays;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to start.
 *
 * @param port 0 is any free port
 * @param data where everything is kept; null keeps nothing beyond this run
 * @param identities domains and addresses that are verified from the start
 * @param publishesEvents whether SES tells what becomes of its mail
 * @param bodyBytes how much of the latest mail's bodies is kept
 * @param partitionLimits whether DynamoDB throttles a partition key at 1,000 write and 3,000 read units a second
 */
public record Options(
        String host,
        int port,
        @Nullable Path data,
        AccountState account,
        List<String> identities,
        boolean publishesEvents,
        Delays delays,
        long seed,
        long bodyBytes,
        boolean partitionLimits) {

    public static final Options DEFAULT = new Options(
            "127.0.0.1",
            0,
            null,
            AccountState.unlimited(),
            List.of(),
            true,
            Delays.SHORT,
            1,
            256L * 1024 * 1024,
            false);

    public Options {
        identities = List.copyOf(identities);
    }

    public Options withHost(String changed) {
        return new Options(
                changed, port, data, account, identities, publishesEvents, delays, seed, bodyBytes, partitionLimits);
    }

    public Options withPort(int changed) {
        return new Options(
                host, changed, data, account, identities, publishesEvents, delays, seed, bodyBytes, partitionLimits);
    }

    public Options withData(@Nullable Path changed) {
        return new Options(
                host, port, changed, account, identities, publishesEvents, delays, seed, bodyBytes, partitionLimits);
    }

    public Options withAccount(AccountState changed) {
        return new Options(
                host, port, data, changed, identities, publishesEvents, delays, seed, bodyBytes, partitionLimits);
    }

    public Options withIdentities(List<String> changed) {
        return new Options(
                host, port, data, account, changed, publishesEvents, delays, seed, bodyBytes, partitionLimits);
    }

    public Options withEvents(boolean changed) {
        return new Options(host, port, data, account, identities, changed, delays, seed, bodyBytes, partitionLimits);
    }

    public Options withDelays(Delays changed) {
        return new Options(
                host, port, data, account, identities, publishesEvents, changed, seed, bodyBytes, partitionLimits);
    }

    public Options withSeed(long changed) {
        return new Options(
                host, port, data, account, identities, publishesEvents, delays, changed, bodyBytes, partitionLimits);
    }

    public Options withBodyBytes(long changed) {
        return new Options(
                host, port, data, account, identities, publishesEvents, delays, seed, changed, partitionLimits);
    }

    public Options withPartitionLimits(boolean changed) {
        return new Options(host, port, data, account, identities, publishesEvents, delays, seed, bodyBytes, changed);
    }
}
