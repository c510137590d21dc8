package io.tidings.bench.send;

import io.tidings.bench.Api;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.Template;

/**
 * The yardstick: a program that does nothing but call SES, warm, with one finished message of five kilobytes. Arguments: where SES is,
 * {@code single} or {@code bulk}, how many messages to measure and how many to warm up with. Prints microseconds of CPU a message.
 */
public final class BareLoop {

    private static final int THREADS = 8;
    private static final int A_CALL = 50;
    private static final String HTML = "<p>The days are getting longer, and there is much to see.</p>\n".repeat(85);
    private static final String TEXT = "The days are getting longer, and there is much to see.\n".repeat(15);

    private final SesV2Client ses;

    private BareLoop(URI aws) {
        ses = SesV2Client.builder()
                .endpointOverride(aws)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(Apache5HttpClient.builder().maxConnections(64).build())
                .build();
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        BareLoop loop = new BareLoop(URI.create(args[0]));
        boolean bulk = args[1].equals("bulk");
        int messages = Integer.parseInt(args[2]);
        loop.run(bulk, Integer.parseInt(args[3]));
        long before = cpuNanos();
        loop.run(bulk, messages);
        System.out.printf("micros=%.2f%n", (cpuNanos() - before) / 1e3 / messages);
        System.exit(0);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void run(boolean bulk, int messages) throws InterruptedException, ExecutionException {
        int calls = bulk ? messages / A_CALL : messages;
        AtomicInteger next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                            if (bulk) {
                                callForMany(i);
                            } else {
                                callForOne(i);
                            }
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void callForOne(int i) {
        ses.sendEmail(send -> send.fromEmailAddress("Tidings <hello@tidings.example>")
                .configurationSetName("tidings")
                .destination(to -> to.toAddresses("bare." + i + "@example.com"))
                .content(content -> content.simple(mail -> mail.subject(text -> text.data("Spring begins"))
                        .body(body -> body.html(html -> html.data(HTML)).text(text -> text.data(TEXT))))));
    }

    private void callForMany(int call) {
        List<BulkEmailEntry> entries = IntStream.range(0, A_CALL)
                .mapToObj(i -> BulkEmailEntry.builder()
                        .destination(to -> to.toAddresses("bare." + call + "." + i + "@example.com"))
                        .replacementEmailContent(content ->
                                content.replacementTemplate(template -> template.replacementTemplateData(Api.object()
                                        .put("s", "Spring begins")
                                        .put("h", HTML)
                                        .put("t", TEXT)
                                        .toString())))
                        .build())
                .toList();
        ses.sendBulkEmail(send -> send.fromEmailAddress("Tidings <hello@tidings.example>")
                .configurationSetName("tidings")
                .defaultContent(content -> content.template(Template.builder()
                        .templateContent(
                                frame -> frame.subject("{{s}}").html("{{h}}").text("{{t}}"))
                        .templateData("{}")
                        .build()))
                .bulkEmailEntries(entries));
    }
}
