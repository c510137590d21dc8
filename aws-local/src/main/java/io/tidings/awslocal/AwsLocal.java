package io.tidings.awslocal;

import io.tidings.awslocal.dynamodb.DynamoDb;
import io.tidings.awslocal.dynamodb.DynamoDbEndpoint;
import io.tidings.awslocal.dynamodb.DynamoDbSettings;
import io.tidings.awslocal.faults.FaultPlan;
import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.faults.FaultsEndpoint;
import io.tidings.awslocal.http.HttpServer;
import io.tidings.awslocal.inbox.InboxEndpoint;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.ses.AccountFaults;
import io.tidings.awslocal.ses.Ses;
import io.tidings.awslocal.sns.SnsEndpoint;
import io.tidings.awslocal.sns.Topics;
import io.tidings.awslocal.sqs.Queues;
import io.tidings.awslocal.sqs.SqsEndpoint;
import io.tidings.awslocal.state.StateStore;
import io.tidings.awslocal.wire.Account;
import io.tidings.awslocal.wire.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** DynamoDB, SQS, SNS and SES v2 on one port. */
public final class AwsLocal implements AutoCloseable {
    private final Options options;
    private final DataFolder folder;
    private final StateStore state;
    private final MailStore mails;
    private final DynamoDb dynamoDb;
    private final Queues queues;
    private final Topics topics;
    private final Ses ses;
    private final Faults faults;
    private final HttpServer server;
    /** Reading the log of all mail takes its time, which the servers' own threads have not. */
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    private AwsLocal(Options options) {
        this.options = options;
        var clock = InstantSource.system();
        var account = Account.DEFAULT;
        var door = new Door();
        // Queue URLs carry the port, so it must be known before there are queues.
        server = HttpServer.start(options.host(), options.port(), door);
        folder = DataFolder.of(options.data());
        state = StateStore.open(folder.file("state.db"));
        mails = MailStore.open(folder.path(), options.bodyBytes());
        faults = new Faults(options.seed(), clock);
        dynamoDb = DynamoDb.open(folder.file("dynamodb"), clock, settings(options), new DynamoDbDisorder(faults));
        queues = new Queues(account, faults, clock, folder.path());
        topics = new Topics(account, state, queues, faults, clock, "http://localhost:" + server.port());
        ses = new Ses(
                account,
                options.account(),
                options.delays(),
                options.publishesEvents(),
                state,
                folder.path(),
                mails,
                topics,
                faults,
                clock);
        options.identities().forEach(ses.state()::verify);
        ses.start();
        door.open(new Front(new Front.Services(
                new DynamoDbEndpoint(dynamoDb),
                new SqsEndpoint(queues),
                new SnsEndpoint(topics),
                ses.endpoint(),
                ses.firstApi(),
                new FaultsEndpoint(faults, new AccountFaults(ses.state(), options.account()), clock),
                new InboxEndpoint(ses, clock).on(readers),
                new UsageEndpoint(dynamoDb.meter(), ses))));
    }

    private static DynamoDbSettings settings(Options options) {
        return options.partitionLimits() ? DynamoDbSettings.DEFAULTS.withPartitionLimits() : DynamoDbSettings.DEFAULTS;
    }

    /** Starts; when this returns, everything answers. */
    public static AwsLocal start(Options options) {
        return new AwsLocal(options);
    }

    public int port() {
        return server.port();
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + port());
    }

    /** As new, but for what the options say; quicker than another start. */
    public void reset() {
        faults.set(FaultPlan.NONE);
        faults.seed(options.seed());
        ses.reset();
        topics.clear();
        queues.clear();
        dropTables();
        options.identities().forEach(ses.state()::verify);
    }

    private void dropTables() {
        var all = Json.parse(
                dynamoDb.handle("ListTables", Json.bytes(Json.object())).json());
        for (var table : all == null ? Json.array() : all.path("TableNames")) {
            dynamoDb.handle("DeleteTable", Json.bytes(Json.object().put("TableName", table.asText())));
        }
    }

    /** Events that SES has still to publish. */
    public int eventsWaiting() {
        return ses.eventsWaiting();
    }

    public Faults faults() {
        return faults;
    }

    public MailStore mails() {
        return mails;
    }

    @Override
    public void close() {
        server.close();
        readers.shutdownNow();
        ses.close();
        queues.close();
        dynamoDb.close();
        mails.close();
        state.close();
        folder.close();
    }

    Path dataFolder() {
        return folder.path();
    }
}
