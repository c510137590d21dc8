package io.tidings.bounceprocessor;

import io.tidings.aws.ses.ReportLine;
import io.tidings.aws.ses.SesReportReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what the processor would make of payloads in files: a JSON line for each. */
public final class Classify {

    private Classify() {}

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            String body = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
            System.out.println(ReportLine.of(file, SesReportReader.read(body)));
        }
    }
}
