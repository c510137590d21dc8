import { Button, Group, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { contactsQuery } from '@/api/audiences';
import { itemsOf } from '@/api/pages';
import { words } from '@/words/en';
import { NextIcon } from '../icons';

interface Props {
  audienceId: string;
  contactId: string | null;
  onPick: (contactId: string | null) => void;
}

/** Picks a real person of the audience: type a part of the address and confirm with Enter, or go on to the next. */
export function PersonPicker({ audienceId, contactId, onPick }: Props) {
  const query = useInfiniteQuery(contactsQuery(audienceId));
  const contacts = itemsOf(query.data);

  async function next() {
    const position = contacts.findIndex((contact) => contact.id === contactId) + 1;
    if (position < contacts.length) return onPick(contacts[position]?.id ?? null);
    if (!query.hasNextPage) return onPick(contacts[0]?.id ?? null);
    const more = await query.fetchNextPage();
    onPick(itemsOf(more.data)[position]?.id ?? null);
  }

  return (
    <Group gap="xs" align="flex-end" wrap="nowrap" style={{ flex: '1 1 260px' }}>
      <Select
        label={words.preview.as}
        placeholder={words.preview.asNobody}
        searchable
        clearable
        selectFirstOptionOnChange
        limit={50}
        data={contacts.map((contact) => ({ value: contact.id, label: contact.email }))}
        value={contactId}
        onChange={onPick}
        nothingFoundMessage={words.preview.nobodyFound(contacts.length)}
        style={{ flex: 1, minWidth: 0 }}
      />
      <Button
        variant="default"
        px="sm"
        onClick={() => void next()}
        disabled={contacts.length === 0}
        rightSection={<NextIcon size={14} />}
        style={{ flexShrink: 0 }}
      >
        {words.preview.next}
      </Button>
    </Group>
  );
}
