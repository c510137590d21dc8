package io.tidings.aws.dynamodb;

import io.tidings.core.contract.Ports;
import io.tidings.core.deployment.TableNames;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores, for tests of other packages. */
public final class Stores {

    private Stores() {}

    public static Ports of(DynamoDbClient client, TableNames tables) {
        return new DynamoPorts(new Dynamo(client, tables));
    }
}
