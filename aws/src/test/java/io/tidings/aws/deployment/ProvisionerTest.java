package io.tidings.aws.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.aws.Emulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class ProvisionerTest {

    @Test
    void aSecondStartLeavesAloneWhatIsThere() {
        AwsClients clients = Emulator.clients();
        SqsClient sqs = clients.sqs();
        String url = sqs.getQueueUrl(
                        request -> request.queueName(Emulator.queues().feedback()))
                .queueUrl();
        sqs.setQueueAttributes(
                request -> request.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "7")));

        new Provisioner(clients, Emulator.tables(), Emulator.queues())
                .provision(Emulator.CONFIGURATION_SET, List.of("tidings.example"));

        assertThat(sqs.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                        .attributes())
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "7");
    }
}
