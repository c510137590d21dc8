import { Button, Group, Select } from '@mantine/core';
import { words } from '@/words/en';
import { NextIcon } from '../icons';
import type { usePerson } from './usePerson';

/** Picks a real person of the audience: type a part of the address and confirm with Enter, or go on to the next. */
export function PersonPicker({ person }: { person: ReturnType<typeof usePerson> }) {
  const { contacts, contactId, pick, next } = person;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap" flex="1 1 300px">
      <Select
        label={words.preview.as}
        placeholder={words.preview.asNobody}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        limit={50}
        data={contacts.map((contact) => ({ value: contact.id, label: contact.email }))}
        value={contactId}
        onChange={pick}
        nothingFoundMessage={words.preview.nobodyFound(contacts.length)}
        style={{ flex: 1, minWidth: 0 }}
      />
      <Button
        variant="default"
        px="sm"
        onClick={() => void next()}
        disabled={contacts.length < 2}
        aria-label={words.preview.next}
        rightSection={<NextIcon size={14} />}
        style={{ flexShrink: 0 }}
      >
        {words.preview.nextShort}
      </Button>
    </Group>
  );
}
