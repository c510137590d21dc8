package io.tidings.bench.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One packaged program, running. */
final class Program {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Program start(String name, Path logs, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar(name).toString()));
        command.addAll(arguments);
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("AWS_") || key.startsWith("TIDINGS_"));
        builder.environment().putAll(environment);
        try {
            return new Program(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    private static Path jar(String name) {
        Path target = ROOT.resolve(name).resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, name + "-*.jar")) {
            for (Path jar : jars) {
                if (!jar.toString().endsWith("-tests.jar") && Files.isDirectory(target.resolve("lib"))) {
                    return jar;
                }
            }
        } catch (IOException e) {
            throw notPackaged(name, e);
        }
        throw notPackaged(name, null);
    }

    private static IllegalStateException notPackaged(String name, @org.jspecify.annotations.Nullable IOException e) {
        return new IllegalStateException(
                "The program " + name + " is not packaged (" + name + "/target has no jar and lib): run ./mvnw package,"
                        + " or ./tidings test, which does it first.",
                e);
    }

    boolean runs() {
        return process.isAlive();
    }

    /** Asks it to stop, and tells whether it did within {@code longest}. */
    boolean stop(Duration longest) {
        process.destroy();
        return ended(longest);
    }

    /** As a power cut does. */
    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    private boolean ended(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    /** What it said last, for whoever reads the failure. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return name + " said last:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return name + " left no log: " + e;
        }
    }
}
