package io.tidings.awslocal.dynamodb.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.dynamodb.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Arguments: our endpoint, the reference's, how many requests, and a seed unless any will do. */
public final class Comparison {
    private static final int SHOWN = 40;

    private final RawClient ours;
    private final RawClient reference;
    private final TreeMap<String, Integer> calls = new TreeMap<>();
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private final TreeMap<String, Integer> justified = new TreeMap<>();
    private final TreeMap<String, Integer> wordings = new TreeMap<>();
    /** Client tokens that one server may know and the other not. */
    private final Set<String> differing = new HashSet<>();

    private int differences;

    private Comparison(RawClient ours, RawClient reference) {
        this.ours = ours;
        this.reference = reference;
    }

    public static void main(String[] arguments) throws IOException {
        var seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
        System.out.println("seed " + seed);
        try (var ours = new RawClient(URI.create(arguments[0]));
                var reference = new RawClient(URI.create(arguments[1]))) {
            var comparison = new Comparison(ours, reference);
            comparison.run(Integer.parseInt(arguments[2]), seed);
            System.exit(comparison.differences == 0 ? 0 : 1);
        }
    }

    private void run(int count, long seed) throws IOException {
        for (var table : ComparedTables.CREATE) {
            both("CreateTable", table);
        }
        var requests = new RandomRequests(new SplittableRandom(seed));
        for (var i = 0; i < count; i++) {
            compare(requests.next());
        }
        compareContents();
        for (var table : ComparedTables.NAMES) {
            both("DeleteTable", "{\"TableName\": \"" + table + "\"}");
        }
        System.out.println("calls " + calls);
        System.out.println("outcomes " + outcomes);
        System.out.println("errors worded differently "
                + wordings.values().stream().mapToInt(n -> n).sum());
        wordings.forEach((wording, n) -> System.out.println("  " + n + " x " + wording));
        System.out.println("differences with a reason " + justified);
        System.out.println("differences " + differences + " of " + count);
    }

    private void compare(RandomRequests.Call call) throws IOException {
        calls.merge(call.operation(), 1, Integer::sum);
        if (differing.contains(call.request().path("ClientRequestToken").asText())) {
            call.request().remove("ClientRequestToken");
        }
        var json = call.request().toString();
        var ordered = call.operation().equals("Query") && !call.request().has("IndexName");
        var paged = call.request().has("Limit") && !ordered;
        var request = paged ? ((ObjectNode) call.request().deepCopy().without("Limit")).toString() : json;
        var mine = Normalised.of(ours.call(call.operation(), request), ordered);
        var theirs = Normalised.of(reference.call(call.operation(), request), ordered);
        outcomes.merge(mine.status() == 200 ? "success" : mine.type(), 1, Integer::sum);
        if (!mine.sameAs(theirs)) {
            report(call, request, mine, theirs);
        } else if (!mine.message().equals(theirs.message())) {
            wordings.merge(
                    call.operation() + " ours: " + mine.message() + " | theirs: " + theirs.message(), 1, Integer::sum);
        }
    }

    private void report(RandomRequests.Call call, String request, Normalised mine, Normalised theirs)
            throws IOException {
        var reason = Differences.reason(call.operation(), request, mine, theirs);
        // Else one difference would be followed by many.
        new Alignment(ours, reference).align(call.request());
        differing.add(call.request().path("ClientRequestToken").asText());
        if (reason != null) {
            justified.merge(reason, 1, Integer::sum);
        } else if (++differences <= SHOWN) {
            System.out.println("DIFFERENCE " + call.operation() + " " + request + "\n  ours      " + mine
                    + "\n  reference " + theirs);
        }
    }

    private void compareContents() throws IOException {
        for (var table : ComparedTables.NAMES) {
            var scan = "{\"TableName\": \"" + table + "\", \"ReturnConsumedCapacity\": \"TOTAL\"}";
            var mine = Normalised.of(ours.call("Scan", scan), false);
            var theirs = Normalised.of(reference.call("Scan", scan), false);
            if (!mine.sameAs(theirs)) {
                differences++;
                System.out.println("DIFFERENT CONTENTS of " + table);
            }
        }
    }

    private void both(String operation, String request) throws IOException {
        for (var client : new RawClient[] {ours, reference}) {
            var reply = client.call(operation, request);
            if (reply.status() != 200) {
                throw new IOException(operation + ": " + reply.body());
            }
        }
    }
}
