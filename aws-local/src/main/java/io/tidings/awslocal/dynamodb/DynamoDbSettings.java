package io.tidings.awslocal.dynamodb;

import java.time.Duration;

/** What can be set.
 *
 * @param partitionLimits whether a partition key's items take at most 1,000 write units and 3,000 read units a second
 * @param sweepEvery how often expired items are looked for
 */
public record DynamoDbSettings(boolean partitionLimits, Duration sweepEvery) {
    public static final DynamoDbSettings DEFAULTS = new DynamoDbSettings(false, Duration.ofSeconds(30));

    public DynamoDbSettings withPartitionLimits() {
        return new DynamoDbSettings(true, sweepEvery);
    }
}
