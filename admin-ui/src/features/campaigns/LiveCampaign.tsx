import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { campaignStatisticsQuery, isActive, type useActOnCampaign, watchedCampaignQuery } from '@/api/campaigns';
import { useLive } from '@/api/live';
import type { Campaign } from '@/api/types';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';
import { Page } from '@/ui/Page';
import { StateBadge } from '@/ui/StateBadge';
import { Actions } from './Actions';
import { BooksSection } from './BooksSection';
import { HistorySection } from './HistorySection';
import { HoldNotice, PauseNotice, ScheduleNotice } from './Notices';
import { NotReached } from './NotReached';
import { OutcomesSection } from './OutcomesSection';
import { PeopleDrawer } from './PeopleDrawer';
import { progressSentence } from './progressSentence';
import { sendingSentence } from './sendingSentence';
import { ScheduleDialog } from './ScheduleDialog';
import { SpeedSection } from './SpeedSection';

interface Props {
  campaign: Campaign;
  act: ReturnType<typeof useActOnCampaign>;
  problem: ReactNode;
}

/** A launched campaign: its figures change by themselves. */
export function LiveCampaign({ campaign, act, problem }: Props) {
  const live = useLive(campaign.id, isActive(campaign.state));
  useQuery(watchedCampaignQuery(campaign.id, live));
  const query = useQuery(campaignStatisticsQuery(campaign.id, campaign.state, live));
  const books = query.data?.books ?? campaign.books;
  const template = words.live.version(campaign.templateName, campaign.templateVersion);
  return (
    <Page
      title={campaign.name}
      beside={<StateBadge state={campaign.state} />}
      actions={<Actions campaign={campaign} books={books} act={act} />}
    >
      {problem}
      <Stack gap="lg">
        <Stack gap={4}>
          <Text size="lg">{progressSentence(campaign, books, query.data?.endsAt ?? null)}</Text>
          <Text size="sm" c="dimmed">
            {words.live.settings(campaign.audienceName, template, `${campaign.sender.name} <${campaign.sender.email}>`)}{' '}
            {sendingSentence({ ...campaign.settings, topic: campaign.topic })}
          </Text>
        </Stack>
        <PauseNotice campaign={campaign} />
        <HoldNotice campaign={campaign} />
        {campaign.schedule !== null && campaign.state === 'scheduled' ? (
          <ScheduleNotice campaign={campaign} schedule={campaign.schedule} />
        ) : (
          <>
            <BooksSection campaign={campaign} books={books} />
            <Loaded query={query} height={320}>
              {(statistics) => (
                <Stack gap="lg">
                  <SpeedSection campaign={campaign} statistics={statistics} />
                  <OutcomesSection campaignId={campaign.id} statistics={statistics} />
                  <NotReached campaign={campaign} statistics={statistics} />
                </Stack>
              )}
            </Loaded>
          </>
        )}
        <HistorySection history={campaign.history} />
      </Stack>
      <ScheduleDialog campaign={campaign} ready people={undefined} />
      <PeopleDrawer campaignId={campaign.id} audience={books.audience} />
    </Page>
  );
}
