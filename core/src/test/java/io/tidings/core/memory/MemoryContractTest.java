package io.tidings.core.memory;

import io.tidings.core.contract.AudienceContract;
import io.tidings.core.contract.CampaignContract;
import io.tidings.core.contract.LedgerContract;
import io.tidings.core.contract.NotificationContract;
import io.tidings.core.contract.Ports;
import io.tidings.core.contract.SmallStoresContract;
import io.tidings.core.contract.StatisticsContract;
import io.tidings.core.contract.SuppressionContract;
import io.tidings.core.contract.WebhookContract;
import org.junit.jupiter.api.Nested;

class MemoryContractTest {

    private final Ports memory = new MemoryPorts();

    @Nested
    class Audiences extends AudienceContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }

    @Nested
    class Campaigns extends CampaignContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }

    @Nested
    class Ledger extends LedgerContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }

    @Nested
    class Statistics extends StatisticsContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }

    @Nested
    class Notifications extends NotificationContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }

    @Nested
    class SmallStores extends SmallStoresContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }

    @Nested
    class Suppressions extends SuppressionContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }

    @Nested
    class Webhooks extends WebhookContract {
        @Override
        protected Ports ports() {
            return memory;
        }
    }
}
