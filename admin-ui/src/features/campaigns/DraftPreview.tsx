import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { templateQuery } from '@/api/templates';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { LivePreview } from '@/ui/preview/LivePreview';
import { PersonPicker } from '@/ui/preview/PersonPicker';
import { usePerson } from '@/ui/preview/usePerson';
import { Section } from '@/ui/Section';
import type { Draft } from './useCampaignDraft';

/** The chosen template as one person of the chosen audience will get it. */
export function DraftPreview({ draft: { templateId, audienceId } }: { draft: Draft }) {
  return (
    <Section title={words.draft.preview}>
      {templateId === null ? (
        <Text c="dimmed">{words.draft.previewHint}</Text>
      ) : (
        <Chosen templateId={templateId} audienceId={audienceId} />
      )}
    </Section>
  );
}

function Chosen({ templateId, audienceId }: { templateId: string; audienceId: string | null }) {
  const query = useQuery(templateQuery(templateId));
  const person = usePerson(audienceId);
  return (
    <>
      {audienceId !== null && (
        <Group>
          <PersonPicker person={person} />
        </Group>
      )}
      <Loaded query={query} height={560}>
        {(template) => <LivePreview content={template} contactId={person.contactId} ready={person.known} />}
      </Loaded>
    </>
  );
}
