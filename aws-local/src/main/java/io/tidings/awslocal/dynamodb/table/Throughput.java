package io.tidings.awslocal.dynamodb.table;

/** Provisioned units a second; none where a table is on demand. */
public record Throughput(long read, long write) {
    public static final Throughput NONE = new Throughput(0, 0);
}
