import { Group, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { audiencesQuery } from '@/api/audiences';
import { itemsOf } from '@/api/pages';
import { words } from '@/words/en';
import { LivePreview } from '@/ui/preview/LivePreview';
import { PersonPicker } from '@/ui/preview/PersonPicker';
import { usePerson } from '@/ui/preview/usePerson';
import { Placeholder } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import type { Draft } from './useTemplateDraft';

/** The template as one real person will get it. */
export function PreviewPane({ draft }: { draft: Draft }) {
  const list = useInfiniteQuery(audiencesQuery);
  const audiences = itemsOf(list.data).filter((audience) => audience.contacts > 0);
  const [chosen, setChosen] = useState<string | null>(null);
  const audienceId = chosen ?? audiences[0]?.id;
  const person = usePerson(audienceId);

  if (!list.isFetched) {
    return (
      <Section title={words.preview.title}>
        <Placeholder height={640} />
      </Section>
    );
  }
  return (
    <Section title={words.preview.title}>
      {audienceId !== undefined && (
        <Group gap="sm" align="flex-end">
          <Select
            label={words.preview.audience}
            data={audiences.map((audience) => ({ value: audience.id, label: audience.name }))}
            value={audienceId}
            allowDeselect={false}
            onChange={setChosen}
            flex="1 1 160px"
          />
          <PersonPicker person={person} />
        </Group>
      )}
      <LivePreview content={draft} contactId={person.contactId} ready={person.known} />
    </Section>
  );
}
