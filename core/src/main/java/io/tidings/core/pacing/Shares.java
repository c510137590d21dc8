package io.tidings.core.pacing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Divides the account's rate among those who want some of it: by weight, and what one may not use goes to the others. */
public final class Shares {

    private Shares() {}

    public record Claimant(String id, int weight, OptionalDouble limit) {
        double limitOr(double rate) {
            return limit.orElse(rate);
        }
    }

    public static Map<String, Double> divide(double rate, List<Claimant> claimants) {
        Map<String, Double> shares = new HashMap<>();
        List<Claimant> open = new ArrayList<>(claimants);
        double left = rate;
        while (!open.isEmpty()) {
            double each = left / open.stream().mapToInt(Claimant::weight).sum();
            List<Claimant> full = open.stream()
                    .filter(one -> one.limitOr(rate) <= each * one.weight())
                    .toList();
            if (full.isEmpty()) {
                open.forEach(one -> shares.put(one.id(), each * one.weight()));
                return shares;
            }
            for (Claimant one : full) {
                double share = Math.min(one.limitOr(rate), rate);
                shares.put(one.id(), share);
                left -= share;
            }
            open.removeAll(full);
        }
        return shares;
    }
}
