package io.tidings.aws;

import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.deployment.Provisioner;
import io.tidings.awslocal.AwsLocal;
import io.tidings.awslocal.Options;
import io.tidings.core.deployment.QueueNames;
import io.tidings.core.deployment.TableNames;
import java.net.URI;
import java.util.List;

/** The AWS these tests talk to: the embedded one, or whichever {@code AWS_ENDPOINT_URL} names. One for all tests of a run. */
public final class Emulator {

    public static final String CONFIGURATION_SET = "tidings";
    private static final String PREFIX = "test-";
    private static final AwsClients CLIENTS = start();

    private Emulator() {}

    private static AwsClients start() {
        String named = System.getenv("AWS_ENDPOINT_URL");
        URI endpoint = named == null || named.isBlank()
                ? AwsLocal.start(Options.DEFAULT).endpoint()
                : URI.create(named);
        AwsClients clients = AwsClients.at(endpoint);
        new Provisioner(clients, tables(), queues()).provision(CONFIGURATION_SET, List.of("tidings.example"));
        return clients;
    }

    public static AwsClients clients() {
        return CLIENTS;
    }

    public static TableNames tables() {
        return new TableNames(PREFIX);
    }

    public static QueueNames queues() {
        return new QueueNames(PREFIX);
    }
}
