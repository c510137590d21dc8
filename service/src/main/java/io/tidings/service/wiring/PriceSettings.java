package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.tidings.core.forecast.PriceList;
import io.tidings.core.forecast.PriceList.Usage;

/** What AWS charges this account, in dollars, and what a message takes; docs/settings.md tells what for. */
@Context
@ConfigurationProperties("tidings.price")
public record PriceSettings(
        @Bindable(defaultValue = "0.16") double thousandMessages,
        @Bindable(defaultValue = "0.625") double millionWrites,
        @Bindable(defaultValue = "0.125") double millionReads,
        @Bindable(defaultValue = "0.40") double millionQueueRequests,
        @Bindable(defaultValue = "0.50") double millionEvents,
        @Bindable(defaultValue = "6") double writesPerMessage,
        @Bindable(defaultValue = "3") double readsPerMessage,
        @Bindable(defaultValue = "1") double queueRequestsPerMessage,
        @Bindable(defaultValue = "2") double eventsPerMessage) {

    public PriceSettings {
        try {
            new PriceList(
                    thousandMessages,
                    millionWrites,
                    millionReads,
                    millionQueueRequests,
                    millionEvents,
                    new Usage(writesPerMessage, readsPerMessage, queueRequestsPerMessage, eventsPerMessage));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tidings.price: " + e.getMessage(), e);
        }
    }

    PriceList list() {
        return new PriceList(
                thousandMessages,
                millionWrites,
                millionReads,
                millionQueueRequests,
                millionEvents,
                new Usage(writesPerMessage, readsPerMessage, queueRequestsPerMessage, eventsPerMessage));
    }
}
