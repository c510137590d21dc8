package io.tidings.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Invented people as lines of CSV, made as they are read. Their domains are spread as in a list of consumers. */
public final class People {

    /** Of a hundred: four large providers have most, and a tail of small domains the rest. */
    private static final List<String> LARGE = List.of("gmail.com", "outlook.com", "yahoo.com", "icloud.com");

    private static final int[] SHARES = {45, 62, 74, 80};
    private static final int SMALL_DOMAINS = 40;

    private People() {}

    /** A file of those numbered {@code from} (inclusive) to {@code to}. */
    public static BodyPublisher csv(int from, int to) {
        return BodyPublishers.ofInputStream(() -> new Lines(from, to));
    }

    public static String address(int i) {
        return "person." + i + "@" + domain(i);
    }

    private static String domain(int i) {
        int place = Math.floorMod(i * 37, 100);
        for (int large = 0; large < SHARES.length; large++) {
            if (place < SHARES[large]) {
                return LARGE.get(large);
            }
        }
        return "company" + Math.floorMod(i * 31, SMALL_DOMAINS) + ".example";
    }

    private static String line(int i) {
        return address(i) + ",Person" + i + ",Family" + i % 1000 + ",City" + i % 97 + ",Plan" + i % 3 + ",en,"
                + (1950 + i % 55) + "," + i % 12 + "\n";
    }

    private static final class Lines extends InputStream {

        private final int to;
        private int next;
        private byte[] line =
                "email,firstName,lastName,city,plan,language,born,visits\n".getBytes(StandardCharsets.UTF_8);
        private int at;

        Lines(int from, int to) {
            this.next = from;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == line.length) {
                if (next == to) {
                    return -1;
                }
                line = line(next++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, buffer, offset, count);
            at += count;
            return count;
        }
    }
}
