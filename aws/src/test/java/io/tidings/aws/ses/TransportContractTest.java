package io.tidings.aws.ses;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidings.aws.Emulator;
import io.tidings.core.sending.MailTransport;
import org.junit.jupiter.api.Nested;

class TransportContractTest {

    private static final boolean SES_V2 = Emulator.hasSesV2();

    private static void needsSesV2() {
        assumeThat(SES_V2).as("this endpoint has no SES v2").isTrue();
    }

    @Nested
    class Bulk extends TransportContract {
        @Override
        MailTransport transport() {
            needsSesV2();
            return new SesBulkTransport(Emulator.clients().ses(), Emulator.CONFIGURATION_SET);
        }
    }

    @Nested
    class Single extends TransportContract {
        @Override
        MailTransport transport() {
            needsSesV2();
            return new SesSingleTransport(Emulator.clients().ses(), Emulator.CONFIGURATION_SET);
        }
    }

    @Nested
    class Raw extends TransportContract {
        @Override
        MailTransport transport() {
            return new SesRawTransport(Emulator.clients().sesV1(), Emulator.CONFIGURATION_SET);
        }
    }
}
