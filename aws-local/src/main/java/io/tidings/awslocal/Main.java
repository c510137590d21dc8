package io.tidings.awslocal;

import io.tidings.awslocal.ses.AccountState;
import io.tidings.awslocal.ses.Delays;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Starts it as a process of its own. */
public final class Main {
    private static final String USAGE = """
            Usage: aws-local [--port N] [--host ADDRESS] [--data DIR] [--rate N|unlimited] [--daily-quota N|unlimited]
                             [--sandbox] [--ses-events on|off] [--event-delay MS] [--identity NAME]... [--seed N]
                             [--keep-bodies MB] [--partition-limits on|off]
            Each is also an environment variable: --daily-quota is AWS_LOCAL_DAILY_QUOTA.
            """;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Logging.configure();
        Options options;
        try {
            options = options(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        var started = System.nanoTime();
        var running = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        System.out.printf(
                Locale.ROOT,
                "aws-local is ready on %s (%s, %.1f s)%n",
                running.endpoint(),
                options.data() == null ? "in memory" : "data in " + options.data(),
                (System.nanoTime() - started) / 1e9);
        Thread.currentThread().join();
    }

    private static AwsLocal start(Options options) {
        try {
            return AwsLocal.start(options);
        } catch (RuntimeException e) {
            System.err.println("aws-local cannot start: " + e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    static Options options(String[] args) {
        var options = Options.DEFAULT.withPort(4566);
        var all = new ArrayList<String>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("AWS_LOCAL_")) {
                all.add("--"
                        + name.substring("AWS_LOCAL_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'));
                all.add(value);
            }
        });
        // What is said at the command line comes later, and so wins.
        all.addAll(List.of(args));
        var words = all.iterator();
        while (words.hasNext()) {
            var name = words.next();
            if (name.equals("--help")) {
                System.out.print(USAGE);
                System.exit(0);
            }
            if (name.equals("--sandbox")) {
                options = options.withAccount(sandbox());
                continue;
            }
            if (!words.hasNext()) {
                throw new IllegalArgumentException(name + " needs a value.");
            }
            options = with(options, name, words.next());
        }
        return options;
    }

    private static Options with(Options options, String name, String value) {
        var account = options.account();
        return switch (name) {
            case "--port" -> options.withPort((int) number(name, value));
            case "--host" -> options.withHost(value);
            case "--data" -> options.withData(Path.of(value));
            case "--rate" -> options.withAccount(account.withLimits(limit(name, value), account.dailyQuota()));
            case "--daily-quota" -> options.withAccount(account.withLimits(account.rate(), limit(name, value)));
            case "--ses-events" -> options.withEvents(onOrOff(name, value));
            case "--event-delay" -> options.withDelays(Delays.after((long) number(name, value)));
            case "--identity" -> options.withIdentities(more(options.identities(), value));
            case "--seed" -> options.withSeed((long) number(name, value));
            case "--keep-bodies" -> options.withBodyBytes((long) number(name, value) * 1024 * 1024);
            case "--partition-limits" -> options.withPartitionLimits(onOrOff(name, value));
            default -> throw new IllegalArgumentException("There is no option " + name + ".");
        };
    }

    /** SES: a new account sends 200 mails a day, one a second, to verified recipients. */
    private static AccountState sandbox() {
        return AccountState.limitedTo(1, 200).withProduction(false);
    }

    private static List<String> more(List<String> identities, String names) {
        var all = new ArrayList<>(identities);
        all.addAll(List.of(names.split(",")));
        return all;
    }

    private static double limit(String name, String value) {
        return value.equals("unlimited") ? AccountState.UNLIMITED : number(name, value);
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, not " + value + ".", e);
        }
    }

    private static boolean onOrOff(String name, String value) {
        return switch (value) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new IllegalArgumentException(name + " is on or off, not " + value + ".");
        };
    }
}
