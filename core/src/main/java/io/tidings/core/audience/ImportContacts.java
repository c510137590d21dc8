package io.tidings.core.audience;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.ImportJob.RowError;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads rows as they come, stores them in slices, and tells how far it is; a row that cannot be taken costs only itself. */
public final class ImportContacts {

    private static final int SLICE = 500;
    // DynamoDB: an item is at most 400 KB; a contact should be far from it.
    private static final int LONGEST_ATTRIBUTE = 2_000;

    private final ContactStore contacts;
    private final AudienceStore audiences;
    private final ImportStore imports;
    private final InstantSource clock;

    public ImportContacts(ContactStore contacts, AudienceStore audiences, ImportStore imports, InstantSource clock) {
        this.contacts = contacts;
        this.audiences = audiences;
        this.imports = imports;
        this.clock = clock;
    }

    /** One line of the file: what stood in its address column and what in the others. */
    public record Row(long line, String address, Map<String, String> attributes) {}

    public ImportJob run(ImportJob job, Iterator<Row> rows) {
        ImportJob now = job;
        List<Contact> taken = new ArrayList<>(SLICE);
        List<RowError> errors = new ArrayList<>();
        while (rows.hasNext()) {
            read(rows.next(), taken, errors);
            if (taken.size() + errors.size() >= SLICE) {
                now = store(now, taken, errors);
                taken.clear();
                errors.clear();
            }
        }
        ImportJob done = store(now, taken, errors).finished(clock.instant());
        imports.save(done);
        return done;
    }

    private void read(Row row, List<Contact> taken, List<RowError> errors) {
        for (Map.Entry<String, String> attribute : row.attributes().entrySet()) {
            if (attribute.getValue().length() > LONGEST_ATTRIBUTE) {
                errors.add(new RowError(row.line(), attribute.getKey(), "is longer than 2,000 characters"));
                return;
            }
        }
        switch (EmailAddress.read(row.address())) {
            case EmailAddress.Valid(EmailAddress address) ->
                taken.add(new Contact(address, row.attributes(), clock.instant()));
            case EmailAddress.Invalid(String why) -> errors.add(new RowError(row.line(), "email", why));
        }
    }

    private ImportJob store(ImportJob job, List<Contact> taken, List<RowError> errors) {
        List<Contact> each = lastOfEach(taken);
        contacts.upsert(each);
        audiences.join(job.audienceId(), each.stream().map(Contact::id).toList(), clock.instant());
        ImportJob next = job.progress(taken.size(), errors, clock.instant());
        imports.save(next);
        return next;
    }

    private static List<Contact> lastOfEach(List<Contact> taken) {
        Map<Object, Contact> byId = new java.util.LinkedHashMap<>();
        taken.forEach(contact -> byId.put(contact.id(), contact));
        return List.copyOf(byId.values());
    }
}
