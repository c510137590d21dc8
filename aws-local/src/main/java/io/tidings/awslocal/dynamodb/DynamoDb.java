package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.DynamoDbFaults.Delay;
import io.tidings.awslocal.dynamodb.DynamoDbFaults.Fault;
import io.tidings.awslocal.dynamodb.request.RequestReader;
import io.tidings.awslocal.dynamodb.store.Storage;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DynamoDB, embedded. Safe for use by many threads. */
public final class DynamoDb implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoDb.class);

    private final Storage storage;
    private final DynamoDbFaults faults;
    private final Map<String, Operation> operations;
    private final Housekeeping housekeeping;
    private final Meter meter = new Meter();

    private DynamoDb(Storage storage, InstantSource clock, DynamoDbSettings settings, DynamoDbFaults faults) {
        this.storage = storage;
        this.faults = faults;
        var tables = new Tables(storage);
        var limits = new PartitionLimits(settings.partitionLimits(), meter, clock);
        var writes = new WriteLock(storage, limits);
        var expiry = new Expiry(tables, writes, storage, clock);
        this.operations = Operation.all(tables, writes, limits, new Tokens(storage, clock), clock);
        this.housekeeping = new Housekeeping(storage, expiry, settings);
    }

    /** {@code folder} null keeps everything in memory; else every answered write survives a kill. */
    public static DynamoDb open(
            @Nullable Path folder, InstantSource clock, DynamoDbSettings settings, DynamoDbFaults faults) {
        return new DynamoDb(Storage.open(folder), clock, settings, faults);
    }

    public static DynamoDb inMemory() {
        return open(null, InstantSource.system(), DynamoDbSettings.DEFAULTS, DynamoDbFaults.NONE);
    }

    /** Does one operation, such as PutItem. A fault that delays has no effect here. */
    public Answer handle(String operation, byte[] body) {
        return reply(operation, body).answer();
    }

    /** What requests were charged. */
    public Meter meter() {
        return meter;
    }

    /** Deletes what has expired by now, instead of waiting for the next sweep. */
    public void sweep() {
        housekeeping.sweep();
    }

    @Override
    public void close() {
        housekeeping.close();
        storage.close();
    }

    /** An answer, and how long to keep it back. */
    record Reply(Answer answer, Duration delay) {}

    Reply reply(String name, byte[] body) {
        try {
            var operation = operations.get(name);
            if (operation == null) {
                throw Operation.unknown(name);
            }
            var request = RequestReader.read(body, operation.shape());
            var fault = faults.next(name, Operation.firstTable(request));
            FaultErrors.raise(fault, name, request);
            return new Reply(operation.body().run(request), delay(fault));
        } catch (DynamoDbException e) {
            return new Reply(e.answer(), Duration.ZERO);
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
            var error = DynamoDbException.of("InternalServerError", "Internal server error: " + e);
            return new Reply(error.answer(), Duration.ZERO);
        }
    }

    private static Duration delay(Fault fault) {
        return fault instanceof Delay(var delay) ? delay : Duration.ZERO;
    }
}
