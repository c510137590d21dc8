import { Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { contactsQuery } from '@/api/audiences';
import { itemsOf } from '@/api/pages';
import type { Audience } from '@/api/types';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Moment } from '@/ui/Moment';
import { MorePages } from '@/ui/MorePages';
import { Section } from '@/ui/Section';

export function ContactsTable({ audience }: { audience: Audience }) {
  const query = useInfiniteQuery(contactsQuery(audience.id));
  const contacts = itemsOf(query.data);
  const columns = [...new Set(contacts.flatMap((contact) => Object.keys(contact.attributes)))];
  const beside = contacts.length > 0 && contacts.length < audience.contacts && (
    <Text size="sm" c="dimmed">
      {words.common.shownOf(contacts.length, audience.contacts)}
    </Text>
  );
  return (
    <Section title={words.audiences.contacts} beside={beside}>
      <Loaded query={query} height={240}>
        {() =>
          contacts.length === 0 ? (
            <Text c="dimmed">{words.audiences.noContacts}</Text>
          ) : (
            <>
              <Table.ScrollContainer
                minWidth={260 + columns.length * 120}
                type="native"
                tabIndex={0}
                role="region"
                aria-label={words.audiences.table}
              >
                <Table highlightOnHover>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{words.audiences.email}</Table.Th>
                      {columns.map((column) => (
                        <Table.Th key={column}>{column}</Table.Th>
                      ))}
                      <Table.Th ta="right">{words.common.created}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {contacts.map((contact) => (
                      <Table.Tr key={contact.id}>
                        <Table.Td>{contact.email}</Table.Td>
                        {columns.map((column) => (
                          <Table.Td key={column}>{contact.attributes[column]}</Table.Td>
                        ))}
                        <Table.Td ta="right">
                          <Moment at={contact.createdAt} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <MorePages query={query} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
