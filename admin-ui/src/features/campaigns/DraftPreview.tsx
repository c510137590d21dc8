import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { templateQuery } from '@/api/templates';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { LivePreview } from '@/ui/preview/LivePreview';
import { PersonPicker } from '@/ui/preview/PersonPicker';
import { Section } from '@/ui/Section';
import type { Draft } from './useCampaignDraft';

/** The chosen template as one person of the chosen audience will get it. */
export function DraftPreview({ draft: { templateId, audienceId } }: { draft: Draft }) {
  return (
    <Section title={words.draft.preview}>
      {templateId === null ? (
        <Text c="dimmed">{words.draft.previewHint}</Text>
      ) : (
        <Chosen key={audienceId} templateId={templateId} audienceId={audienceId} />
      )}
    </Section>
  );
}

function Chosen({ templateId, audienceId }: { templateId: string; audienceId: string | null }) {
  const query = useQuery(templateQuery(templateId));
  const [contactId, setContactId] = useState<string | null>(null);
  return (
    <>
      {audienceId !== null && <PersonPicker audienceId={audienceId} contactId={contactId} onPick={setContactId} />}
      <Loaded query={query} height={420}>
        {(template) => <LivePreview content={template} contactId={contactId} />}
      </Loaded>
    </>
  );
}
