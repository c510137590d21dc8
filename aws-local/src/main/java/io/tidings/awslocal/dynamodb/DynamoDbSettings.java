package io.tidings.awslocal.dynamodb;

import java.time.Duration;

/**
 * What can be set.
 *
 * @param partitionLimits whether a partition key's items take at most 1,000 write units and 3,000 read units a second
 * @param sweepEvery how often expired items are looked for
 * @param logBytes how long the log of a durable store may grow before its pages are written
 */
public record DynamoDbSettings(boolean partitionLimits, Duration sweepEvery, long logBytes) {
    public static final DynamoDbSettings DEFAULTS =
            new DynamoDbSettings(false, Duration.ofSeconds(30), 32L * 1024 * 1024);

    public DynamoDbSettings withPartitionLimits() {
        return new DynamoDbSettings(true, sweepEvery, logBytes);
    }

    public DynamoDbSettings withSweepEvery(Duration interval) {
        return new DynamoDbSettings(partitionLimits, interval, logBytes);
    }

    public DynamoDbSettings withLogBytes(long bytes) {
        return new DynamoDbSettings(partitionLimits, sweepEvery, bytes);
    }
}
