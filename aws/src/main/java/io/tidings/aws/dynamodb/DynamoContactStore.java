package io.tidings.aws.dynamodb;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An attribute is an attribute of the item, behind a prefix: an import can set some and leave the others in one write. */
public final class DynamoContactStore implements ContactStore {

    private static final String PREFIX = "a:";
    private static final int AT_ONCE = 16;

    private final Dynamo dynamo;
    private final String table;

    public DynamoContactStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().contacts();
    }

    @Override
    public void upsert(List<Contact> contacts) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = contacts.stream()
                    .map(contact -> threads.submit(() -> {
                        places.acquire();
                        try {
                            upsert(contact);
                            return null;
                        } finally {
                            places.release();
                        }
                    }))
                    .toList();
            for (var write : writes) {
                write.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while storing contacts", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("contacts could not be stored", e.getCause());
        }
    }

    private void upsert(Contact contact) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        StringBuilder update = new StringBuilder("SET email = :email, createdAt = if_not_exists(createdAt, :now)");
        values.put(":email", AttributeValue.fromS(contact.address().toString()));
        values.put(":now", AttributeValue.fromS(contact.createdAt().toString()));
        int i = 0;
        for (Map.Entry<String, String> attribute : contact.attributes().entrySet()) {
            names.put("#a" + i, PREFIX + attribute.getKey());
            values.put(":a" + i, AttributeValue.fromS(attribute.getValue()));
            update.append(", #a").append(i).append(" = :a").append(i);
            i++;
        }
        dynamo.client().updateItem(request -> {
            request.tableName(table)
                    .key(Dynamo.key("id", contact.id().value()))
                    .updateExpression(update.toString())
                    .expressionAttributeValues(values);
            if (!names.isEmpty()) {
                request.expressionAttributeNames(names);
            }
        });
    }

    @Override
    public Optional<Contact> find(RecipientId id) {
        return dynamo.get(table, Dynamo.key("id", id.value())).map(DynamoContactStore::contact);
    }

    @Override
    public Map<RecipientId, Contact> find(Collection<RecipientId> ids) {
        // An attribute that changed in the last second may come as it was; who gets mail at all is not decided here.
        return dynamo
                .get(table, ids.stream().map(id -> Dynamo.key("id", id.value())).toList(), false)
                .stream()
                .map(DynamoContactStore::contact)
                .collect(Collectors.toMap(Contact::id, contact -> contact));
    }

    private static Contact contact(Item item) {
        Map<String, String> attributes = new HashMap<>();
        item.values().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), value.s());
            }
        });
        return new Contact(EmailAddress.of(item.text("email")), attributes, item.time("createdAt"));
    }
}
