package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.http.HttpServer;
import java.nio.file.Path;
import java.time.InstantSource;

/** DynamoDB without its neighbours, to be probed from outside: a port, and a folder unless in memory. */
public final class DynamoDbAlone {
    private DynamoDbAlone() {}

    public static void main(String[] arguments) {
        var folder = arguments.length > 1 ? Path.of(arguments[1]) : null;
        var dynamoDb = DynamoDb.open(folder, InstantSource.system(), DynamoDbSettings.DEFAULTS, DynamoDbFaults.NONE);
        var server = HttpServer.start("127.0.0.1", Integer.parseInt(arguments[0]), new DynamoDbEndpoint(dynamoDb));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            dynamoDb.close();
        }));
        System.out.println("ready on " + server.port());
    }
}
