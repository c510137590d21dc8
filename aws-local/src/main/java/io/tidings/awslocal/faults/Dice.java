package io.tidings.awslocal.faults;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Chance that repeats: the same seed gives the same decisions. */
public final class Dice {
    private final long seed;
    private final ConcurrentHashMap<String, AtomicLong> turns = new ConcurrentHashMap<>();

    public Dice(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    /** The next decision of that name: the n-th is always the same, whatever it is about. */
    public boolean roll(String name, double rate) {
        if (rate <= 0) {
            return false;
        }
        var turn = turns.computeIfAbsent(name, unused -> new AtomicLong()).getAndIncrement();
        return rate >= 1 || fraction(hash(seed ^ hash(name)) + turn) < rate;
    }

    /** The decision of that name about that thing: always the same, whenever it is asked. */
    public boolean rollFor(String name, String thing, double rate) {
        return rate >= 1 || (rate > 0 && fractionFor(name, thing) < rate);
    }

    /** Between 0 and 1, always the same for that name and thing. */
    public double fractionFor(String name, String thing) {
        return fraction(hash(hash(seed ^ hash(name)) ^ hash(thing)));
    }

    private static double fraction(long value) {
        return (hash(value) >>> 11) * 0x1.0p-53;
    }

    private static long hash(String text) {
        var value = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            value = (value ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash(value);
    }

    /** Mixes all bits, as splittable generators do. */
    private static long hash(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
