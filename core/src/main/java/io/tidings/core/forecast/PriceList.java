package io.tidings.core.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * What AWS charges, in dollars, and how much of it a message takes.
 *
 * @param perThousandMessages SES
 * @param perMillionWrites DynamoDB on demand, write units
 * @param perMillionReads DynamoDB on demand, read units
 * @param perMillionQueueRequests SQS
 * @param perMillionEvents SNS, publishing
 */
public record PriceList(
        double perThousandMessages,
        double perMillionWrites,
        double perMillionReads,
        double perMillionQueueRequests,
        double perMillionEvents,
        Usage usage) {

    /** Of one campaign message, with what SES reports of it. */
    public record Usage(double writes, double reads, double queueRequests, double events) {}

    /** @param units how many of them are needed */
    public record Part(String name, double units, double dollarsPerThousand, double dollars) {
        static Part of(String name, double units, double dollarsPerThousand) {
            return new Part(name, units, dollarsPerThousand, units / 1000 * dollarsPerThousand);
        }
    }

    public PriceList {
        for (double price : new double[] {
            perThousandMessages,
            perMillionWrites,
            perMillionReads,
            perMillionQueueRequests,
            perMillionEvents,
            usage.writes(),
            usage.reads(),
            usage.queueRequests(),
            usage.events()
        }) {
            if (!(price >= 0) || Double.isInfinite(price)) {
                throw new IllegalArgumentException("prices and what a message takes are 0 or above");
            }
        }
    }

    public List<Part> cost(long recipients) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of("SES messages", recipients, perThousandMessages));
        parts.add(Part.of("DynamoDB write units", recipients * usage.writes(), perMillionWrites / 1000));
        parts.add(Part.of("DynamoDB read units", recipients * usage.reads(), perMillionReads / 1000));
        parts.add(Part.of("SQS requests", recipients * usage.queueRequests(), perMillionQueueRequests / 1000));
        parts.add(Part.of("SNS events", recipients * usage.events(), perMillionEvents / 1000));
        return parts;
    }
}
