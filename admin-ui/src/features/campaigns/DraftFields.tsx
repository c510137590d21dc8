import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { audiencesQuery } from '@/api/audiences';
import { itemsOf } from '@/api/pages';
import { ApiError } from '@/api/request';
import { templatesQuery } from '@/api/templates';
import type { Campaign } from '@/api/types';
import { words } from '@/words/en';
import { AnchorLink } from '@/ui/links';
import { optionsWith } from './options';
import { SendingFields } from './SendingFields';
import type { Draft } from './useCampaignDraft';

interface Props {
  campaign: Campaign | undefined;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  people: number | undefined;
  error: Error | null;
}

export function DraftFields({ campaign, draft, change, people, error }: Props) {
  const mistake = (field: string) => (error instanceof ApiError ? error.field(field) : undefined);
  return (
    <Stack gap="md">
      <TextInput
        label={words.draft.name}
        description={words.draft.nameHint}
        maxLength={200}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={mistake('name')}
      />
      <AudienceField {...{ campaign, draft, change, people }} error={mistake('audienceId')} />
      <TemplateField {...{ campaign, draft, change }} error={mistake('templateId')} />
      <TextInput
        label={words.draft.senderName}
        value={draft.senderName}
        onChange={(event) => change({ senderName: event.currentTarget.value })}
        error={mistake('sender.name')}
      />
      <TextInput
        label={words.draft.senderEmail}
        description={words.draft.senderHint}
        type="email"
        value={draft.senderEmail}
        onChange={(event) => change({ senderEmail: event.currentTarget.value })}
        error={mistake('sender.email')}
      />
      <SendingFields {...{ draft, change, mistake }} />
    </Stack>
  );
}

type FieldProps = Pick<Props, 'campaign' | 'draft' | 'change'> & { error: string | undefined };

function AudienceField({ campaign, draft, change, people, error }: FieldProps & Pick<Props, 'people'>) {
  const query = useInfiniteQuery(audiencesQuery);
  const options = itemsOf(query.data).map(({ id, name, contacts }) => ({
    value: id,
    label: words.draft.audienceOption(name, contacts),
  }));
  const known = campaign && { value: campaign.audienceId, label: campaign.audienceName };
  return (
    <Stack gap={4}>
      <Select
        label={words.draft.audience}
        placeholder={words.draft.choose}
        searchable
        data={optionsWith(known, options)}
        value={draft.audienceId}
        onChange={(audienceId) => change({ audienceId })}
        nothingFoundMessage={words.draft.noAudience}
        error={error}
      />
      {query.isSuccess && options.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.draft.noAudience} <AnchorLink to="/audiences">{words.home.makeAudience}</AnchorLink>
        </Text>
      )}
      {people === 0 && draft.audienceId !== null && (
        <Text size="sm" c="dimmed">
          {words.draft.emptyAudience}{' '}
          <AnchorLink to="/audiences/$audienceId" params={{ audienceId: draft.audienceId }}>
            {words.home.makeAudience}
          </AnchorLink>
        </Text>
      )}
    </Stack>
  );
}

function TemplateField({ campaign, draft, change, error }: FieldProps) {
  const query = useInfiniteQuery(templatesQuery);
  const options = itemsOf(query.data).map(({ id, name }) => ({ value: id, label: name }));
  const known = campaign && { value: campaign.templateId, label: campaign.templateName };
  return (
    <Stack gap={4}>
      <Select
        label={words.draft.template}
        placeholder={words.draft.choose}
        searchable
        data={optionsWith(known, options)}
        value={draft.templateId}
        onChange={(templateId) => change({ templateId })}
        nothingFoundMessage={words.draft.noTemplate}
        error={error}
      />
      {draft.templateId !== null && (
        <AnchorLink to="/templates/$templateId" params={{ templateId: draft.templateId }} size="sm">
          {words.draft.editTemplate}
        </AnchorLink>
      )}
      {query.isSuccess && options.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.draft.noTemplate} <AnchorLink to="/templates/new">{words.home.makeTemplate}</AnchorLink>
        </Text>
      )}
    </Stack>
  );
}
