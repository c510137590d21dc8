package io.tidings.aws.ses;

import io.tidings.aws.Emulator;
import io.tidings.core.sending.MailTransport;
import org.junit.jupiter.api.Nested;

class TransportContractTest {

    @Nested
    class Bulk extends TransportContract {
        @Override
        MailTransport transport() {
            return new SesBulkTransport(Emulator.clients().ses(), Emulator.CONFIGURATION_SET);
        }
    }

    @Nested
    class Single extends TransportContract {
        @Override
        MailTransport transport() {
            return new SesSingleTransport(Emulator.clients().ses(), Emulator.CONFIGURATION_SET);
        }
    }
}
