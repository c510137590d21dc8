import { Group, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { audiencesQuery } from '@/api/audiences';
import { itemsOf } from '@/api/pages';
import { words } from '@/words/en';
import { LivePreview } from '@/ui/preview/LivePreview';
import { PersonPicker } from '@/ui/preview/PersonPicker';
import { Section } from '@/ui/Section';
import type { Draft } from './useTemplateDraft';

/** The template as one real person will get it. */
export function PreviewPane({ draft }: { draft: Draft }) {
  const audiences = itemsOf(useInfiniteQuery(audiencesQuery).data).filter((audience) => audience.contacts > 0);
  const [chosen, setChosen] = useState<string | null>(null);
  const [contactId, setContactId] = useState<string | null>(null);
  const audienceId = chosen ?? audiences[0]?.id;

  return (
    <Section title={words.preview.title}>
      {audienceId !== undefined && (
        <Group gap="sm" align="flex-end">
          <Select
            label={words.preview.audience}
            data={audiences.map((audience) => ({ value: audience.id, label: audience.name }))}
            value={audienceId}
            allowDeselect={false}
            onChange={(id) => {
              setChosen(id);
              setContactId(null);
            }}
            style={{ flex: '1 1 160px' }}
          />
          <PersonPicker key={audienceId} audienceId={audienceId} contactId={contactId} onPick={setContactId} />
        </Group>
      )}
      <LivePreview content={draft} contactId={contactId} />
    </Section>
  );
}
