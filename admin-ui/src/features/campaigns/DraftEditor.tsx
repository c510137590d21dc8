import { Box, Button, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { audienceQuery } from '@/api/audiences';
import { type useActOnCampaign, useSaveCampaign } from '@/api/campaigns';
import type { Campaign, Sender } from '@/api/types';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Page } from '@/ui/Page';
import { SaveState } from '@/ui/SaveState';
import { StateBadge } from '@/ui/StateBadge';
import { UnsavedChanges } from '@/ui/UnsavedChanges';
import { conflictSentence } from './conflict';
import classes from './DraftEditor.module.css';
import { DraftFields } from './DraftFields';
import { DraftPreview } from './DraftPreview';
import { HistorySection } from './HistorySection';
import { LaunchDialog } from './LaunchDialog';
import { MoreActions } from './MoreActions';
import { ScheduleDialog } from './ScheduleDialog';
import { completed, missingIn, useCampaignDraft } from './useCampaignDraft';

interface Props {
  campaign: Campaign | undefined;
  sender?: Sender;
  act?: ReturnType<typeof useActOnCampaign>;
  problem?: ReactNode;
}

export function DraftEditor({ campaign, sender, act, problem }: Props) {
  const { draft, dirty, change, settled } = useCampaignDraft(campaign, sender);
  const save = useSaveCampaign(campaign?.id);
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const missing = missingIn(draft);
  const people = useQuery({ ...audienceQuery(draft.audienceId ?? ''), enabled: draft.audienceId !== null }).data
    ?.contacts;

  /** Saves what is not saved, and then stays or goes on to the question whether to launch it, or when. */
  async function onSave(ask?: 'launch' | 'schedule') {
    setAsked(true);
    const complete = completed(draft);
    if (complete === undefined || save.isPending) return;
    const saved = dirty || campaign === undefined ? await save.mutateAsync(complete).catch(() => undefined) : campaign;
    if (saved === undefined) return;
    settled(saved);
    await navigate({
      to: '/campaigns/$campaignId',
      params: { campaignId: saved.id },
      search: ask === undefined ? {} : { ask },
      replace: campaign === undefined,
      resetScroll: false,
      ignoreBlocker: true,
    });
  }

  useHotkeys([['mod+S', () => void onSave()]], []);

  return (
    <Page
      wide
      sticky
      title={draft.name.trim() === '' ? words.draft.newTitle : draft.name}
      beside={<StateBadge state="draft" />}
      actions={
        <>
          <SaveState saving={save.isPending} dirty={dirty} known={campaign !== undefined} />
          {campaign !== undefined && <MoreActions campaign={campaign} act={act} />}
          <Button variant="default" onClick={() => void onSave()} disabled={save.isPending}>
            {words.draft.saveDraft}
          </Button>
          <Button variant="default" onClick={() => void onSave('schedule')} disabled={save.isPending}>
            {words.schedule.button}
          </Button>
          <Button onClick={() => void onSave('launch')} disabled={people === 0 || save.isPending}>
            {people === undefined
              ? words.draft.sendUnknown
              : people === 0
                ? words.draft.sendEmpty
                : words.draft.send(people)}
          </Button>
        </>
      }
    >
      <UnsavedChanges when={dirty} />
      {problem}
      {save.error !== null && (
        <Box mb="md">
          <ErrorNotice title={words.problems.notSaved} error={new Error(conflictSentence(save.error))} />
        </Box>
      )}
      {asked && missing.length > 0 && (
        <Text role="alert" c="red" size="sm" mb="sm">
          {words.draft.missing(missing)}
        </Text>
      )}
      <div className={classes.columns}>
        <DraftFields campaign={campaign} draft={draft} change={change} people={people} error={save.error} />
        <DraftPreview draft={draft} />
      </div>
      {campaign !== undefined && act !== undefined && (
        <>
          <LaunchDialog campaign={campaign} act={act} ready={!dirty && people !== undefined} people={people ?? 0} />
          <ScheduleDialog campaign={campaign} ready={!dirty} people={people} />
          <Box mt="xl">
            <HistorySection history={campaign.history} />
          </Box>
        </>
      )}
    </Page>
  );
}
