import { Alert, Stack, Text } from '@mantine/core';
import { useNow } from '@/ui/useNow';
import type { Campaign, Schedule } from '@/api/types';
import { duration, longMoment } from '@/words/counting';
import { words } from '@/words/en';
import { WarningIcon } from '@/ui/icons';
import { ownZone } from './zonedTime';

/** Why the campaign is paused, and what can be done. */
export function PauseNotice({ campaign }: { campaign: Campaign }) {
  if (campaign.pauseReason === null) return null;
  return (
    <Alert color="orange" variant="light" icon={<WarningIcon />} title={words.live.pausedBecause}>
      <Stack gap={4}>
        <Text size="sm">{campaign.pauseReason}</Text>
        <Text size="sm">{words.paused.next}</Text>
      </Stack>
    </Alert>
  );
}

/** How long the launch can still be taken back whole. */
export function HoldNotice({ campaign: { state, holdUntil } }: { campaign: Campaign }) {
  const held = state === 'launching' && holdUntil !== null;
  const now = useNow(held);
  const left = held ? (Date.parse(holdUntil) - now) / 1_000 : 0;
  if (left <= 0) return null;
  return (
    <Alert variant="light" role="timer" title={words.held.title(duration(Math.ceil(left)))}>
      {words.held.text}
    </Alert>
  );
}

/** When it goes out, as it was said and as clocks here will show it. */
export function ScheduleNotice({ campaign, schedule }: { campaign: Campaign; schedule: Schedule }) {
  const now = useNow(campaign.state === 'scheduled', 10_000);
  const at = new Date(schedule.at);
  const there = longMoment(at, schedule.zone);
  const here = longMoment(at, ownZone());
  const left = (at.getTime() - now) / 1_000;
  return (
    <Alert variant="light" title={words.schedule.notice(there, schedule.zone)}>
      <Stack gap={4}>
        <Text size="sm">
          {left > 0 ? words.schedule.fromNow(duration(left)) : words.schedule.now}{' '}
          {here !== there && words.schedule.here(here)} {words.schedule.by(schedule.by)}
        </Text>
        <Text size="sm">{words.schedule.frozen}</Text>
      </Stack>
    </Alert>
  );
}
