package io.tidings.service.audiences;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tidings.core.audience.ImportContacts.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A CSV file as rows: the first line names the columns, one of which is the address; the others become attributes. */
public final class CsvRows implements Iterator<Row>, AutoCloseable {

    private static final Set<String> ADDRESS_COLUMNS =
            Set.of("email", "e-mail", "mail", "address", "email address", "e-mail address");
    private static final int MOST_COLUMNS = 100;

    /** The file as a whole cannot be read; the message tells its owner what to change. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private final int addressColumn;

    private CsvRows(
            CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> records, List<String> columns, int address) {
        this.reader = reader;
        this.records = records;
        this.columns = columns;
        this.addressColumn = address;
    }

    public static CsvRows open(Path file) throws Unusable, IOException {
        String firstLine = firstLine(file);
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(firstLine))
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .ofCsvRecord(file);
        CloseableIterator<CsvRecord> records = reader.iterator();
        try {
            if (!records.hasNext()) {
                throw new Unusable("the file is empty; its first line must name the columns, one of them email");
            }
            List<String> columns =
                    records.next().getFields().stream().map(String::strip).toList();
            return new CsvRows(reader, records, columns, addressColumn(columns));
        } catch (CsvParseException e) {
            reader.close();
            throw new Unusable("the first line cannot be read: " + e.getMessage());
        } catch (Unusable e) {
            reader.close();
            throw e;
        }
    }

    private static int addressColumn(List<String> columns) throws Unusable {
        if (columns.size() > MOST_COLUMNS) {
            throw new Unusable(
                    "the file has " + columns.size() + " columns; at most " + MOST_COLUMNS + " can be taken");
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column.toLowerCase(Locale.ROOT))) {
                throw new Unusable("two columns are called \"" + column + "\"; rename one of them");
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (ADDRESS_COLUMNS.contains(columns.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        throw new Unusable("no column is called email; the first line names these: " + String.join(", ", columns));
    }

    /** Spreadsheets in some countries write semicolons, exports of databases tabs. */
    private static char separator(String firstLine) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(firstLine, candidate) > count(firstLine, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String firstLine(Path file) throws IOException, Unusable {
        try (var lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            return line == null ? "" : line;
        } catch (CharacterCodingException e) {
            throw new Unusable("the file is not UTF-8; save it as \"CSV UTF-8\" and upload it again");
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        CsvRecord csv = records.next();
        Map<String, String> attributes = new LinkedHashMap<>();
        String address = "";
        for (int i = 0; i < Math.min(columns.size(), csv.getFieldCount()); i++) {
            String value = csv.getField(i).strip();
            if (i == addressColumn) {
                address = value;
            } else if (!value.isEmpty() && !columns.get(i).isEmpty()) {
                attributes.put(columns.get(i), value);
            }
        }
        return new Row(csv.getStartingLineNumber(), address, attributes);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
