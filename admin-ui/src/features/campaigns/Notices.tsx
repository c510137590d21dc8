import { Alert, Box, Stack, Text } from '@mantine/core';
import { useNow } from '@/ui/useNow';
import type { Campaign, Schedule } from '@/api/types';
import { duration, longMoment } from '@/words/counting';
import { words } from '@/words/en';
import { WarningIcon } from '@/ui/icons';
import { Evidence } from './Evidence';
import { ownZone } from './zonedTime';

/** What happened, what can be done, and for a pause of the guard the figures. */
export function PauseNotice({ campaign: { pause, waitsFor, state } }: { campaign: Campaign }) {
  const why = pause ?? (state === 'sending' ? waitsFor : null);
  if (why === null) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<WarningIcon />}
      title={pause === null ? words.paused.waitsTitle : words.paused.title}
    >
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {why.what}
        </Text>
        <Text size="sm">{why.todo}</Text>
        {why.resumesByItself && <Text size="sm">{words.paused.byItself}</Text>}
        {why.said !== null && why.kind !== 'byHand' && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {words.paused.said(why.said)}
          </Text>
        )}
        {why.evidence !== null && (
          <Box mt="xs">
            <Evidence evidence={why.evidence} />
          </Box>
        )}
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
