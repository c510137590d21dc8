package io.tidings.bench;

import io.tidings.bench.crash.CrashCommand;
import io.tidings.bench.feedback.FeedbackCommand;
import io.tidings.bench.lane.NotifyCommand;
import io.tidings.bench.pace.PaceCommand;
import io.tidings.bench.send.SendCommand;
import io.tidings.bench.statistics.StatisticsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "tidings",
        subcommands = {
            DemoCommand.class,
            AwsLocalCommand.class,
            SendCommand.class,
            PaceCommand.class,
            FeedbackCommand.class,
            StatisticsCommand.class,
            NotifyCommand.class,
            CrashCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
