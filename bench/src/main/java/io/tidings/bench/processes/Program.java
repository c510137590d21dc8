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
import org.jspecify.annotations.Nullable;

/** One packaged program, running as {@code ./tidings up} runs it. */
public final class Program {

    /** The tests run in the module's folder, everything else in the project's. */
    private static final Path ROOT = Path.of(Files.isDirectory(Path.of("service")) ? "." : "..")
            .toAbsolutePath()
            .normalize();

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** @param module whose packaged program it is */
    static Program start(
            String name,
            String module,
            Path logs,
            List<String> jvm,
            Map<String, String> environment,
            List<String> arguments) {
        return start(name, logs, jvm, List.of("-jar", jar(module).toString()), environment, arguments);
    }

    /** A class of this program itself, in a process of its own. */
    public static Program startClass(String name, Path logs, List<String> jvm, Class<?> main, List<String> arguments) {
        List<String> classPath = List.of("-cp", System.getProperty("java.class.path"), main.getName());
        return start(name, logs, jvm, classPath, Map.of(), arguments);
    }

    private static Program start(
            String name,
            Path logs,
            List<String> jvm,
            List<String> what,
            Map<String, String> environment,
            List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xss512k",
                "-XX:TrimNativeHeapInterval=5000",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvm);
        command.addAll(what);
        command.addAll(arguments);
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("AWS_") || key.startsWith("TIDINGS_"));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        try {
            return new Program(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    private static Path jar(String module) {
        Path target = ROOT.resolve(module).resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
            for (Path jar : jars) {
                if (!jar.toString().endsWith("-tests.jar") && Files.isDirectory(target.resolve("lib"))) {
                    return jar;
                }
            }
        } catch (IOException e) {
            throw notPackaged(module, e);
        }
        throw notPackaged(module, null);
    }

    private static IllegalStateException notPackaged(String module, @Nullable IOException e) {
        return new IllegalStateException(
                "The program " + module + " is not packaged (" + module + "/target has no jar and lib): run"
                        + " ./mvnw package, or ./tidings test, which does it first.",
                e);
    }

    boolean runs() {
        return process.isAlive();
    }

    /** All its threads together, since it began. */
    public Duration cpu() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    public long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands still where it is, until it goes on. */
    public void hold() {
        command("kill", "-STOP", Long.toString(process.pid()));
    }

    public void goOn() {
        command("kill", "-CONT", Long.toString(process.pid()));
    }

    /** A full collection, so that what is left on the heap is what is in use. */
    public void collectGarbage() {
        jcmd("GC.run");
    }

    public void startProfile() {
        jcmd("JFR.start", "name=bench", "settings=profile");
    }

    /** For {@code jfr view hot-methods FILE} and its like. */
    public void stopProfile(Path file) {
        jcmd("JFR.dump", "name=bench", "filename=" + file.toAbsolutePath());
        jcmd("JFR.stop", "name=bench");
    }

    private void jcmd(String... what) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(what));
        command(command.toArray(String[]::new));
    }

    private static void command(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(command[0] + " cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Asks it to stop, and tells whether it did within {@code longest}. */
    boolean stop(Duration longest) {
        process.destroy();
        return ended(longest);
    }

    /** As a power cut does. */
    public void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    /** Whether it came to an end of its own within this time, and a good one. */
    public boolean ended(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    public List<String> said() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " left no log", e);
        }
    }

    /** What it said last, for whoever reads the failure. */
    public String lastWords() {
        List<String> lines = said();
        return name + " said last:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
