import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ApiError } from '@/api/request';
import { useSchedule } from '@/api/campaigns';
import type { Campaign } from '@/api/types';
import { duration, longMoment } from '@/words/counting';
import { words } from '@/words/en';
import { conflictSentence } from './conflict';
import { ForecastAt } from './ForecastAt';
import { instantOf, localOf, ownZone, zones } from './zonedTime';

const route = getRouteApi('/shell/campaigns/$campaignId');
const say = words.schedule;

interface Props {
  campaign: Campaign;
  /** What is saved is what will be sent. */
  ready: boolean;
  people: number | undefined;
}

/** When the campaign is to go out: a time on a clock somewhere, and in words the instant that is. */
export function ScheduleDialog({ campaign, ready, people }: Props) {
  const { ask } = route.useSearch();
  const navigate = route.useNavigate();
  const opened = ask === 'schedule' && ready && campaign.allowed.includes('schedule');
  const close = () => void navigate({ search: {}, replace: true, resetScroll: false });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={say.title}
      centered
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <ScheduleForm campaign={campaign} people={people} onDone={close} />
    </Modal>
  );
}

function ScheduleForm({ campaign, people, onDone }: Pick<Props, 'campaign' | 'people'> & { onDone: () => void }) {
  const schedule = useSchedule(campaign.id);
  const [opening] = useState(() => Date.now());
  const [zone, setZone] = useState(campaign.schedule?.zone ?? ownZone());
  const [local, setLocal] = useState(() => campaign.schedule?.local.slice(0, 16) ?? inAnHour(opening, zone));
  const [asked, setAsked] = useState(false);
  const known = useMemo(() => zones(), []);

  const at = instantOf(local, zone);
  const mistake = mistakeIn(local, zone, at);
  // A date is typed digit by digit: only what stands for a moment is asked for.
  const [forecastAt] = useDebouncedValue(mistake === undefined ? at?.toISOString() : undefined, 300);
  const told = schedule.error instanceof ApiError ? schedule.error : undefined;

  function submit() {
    setAsked(true);
    // Awaited rather than called back: the draft's page, and this form with it, gives way to the scheduled campaign's.
    if (mistake === undefined) schedule.mutateAsync({ at: local, zone }).then(onDone, () => undefined);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <TextInput
          type="datetime-local"
          label={say.at}
          value={local}
          min={localOf(new Date(opening), zone)}
          onChange={(event) => setLocal(event.currentTarget.value)}
          error={(asked || local !== '' ? mistake : undefined) ?? told?.field('at')}
          data-autofocus
        />
        <Select
          label={say.zone}
          description={say.zoneHint}
          searchable
          allowDeselect={false}
          data={known}
          limit={60}
          value={zone}
          onChange={(value) => setZone(value ?? zone)}
          error={told?.field('zone')}
        />
        <Text size="sm" role="status" mih={44}>
          {at !== undefined && mistake === undefined && sentence(at, zone, opening)}
        </Text>
        {schedule.error !== null && (told?.fields.length ?? 0) === 0 && (
          <Alert color="orange" variant="light" role="alert">
            {conflictSentence(schedule.error)}
          </Alert>
        )}
        {forecastAt !== undefined && <ForecastAt campaignId={campaign.id} at={forecastAt} />}
        {people !== undefined && <Text size="sm">{say.audience(people, campaign.audienceName)}</Text>}
        <Text size="sm" c="dimmed">
          {say.frozen}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone} disabled={schedule.isPending}>
            {words.common.notYet}
          </Button>
          <Button type="submit" loading={schedule.isPending}>
            {say.yes}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function mistakeIn(local: string, zone: string, at: Date | undefined): string | undefined {
  if (local === '') return say.incomplete;
  if (at === undefined) return say.noSuchTime(zone);
  return at.getTime() <= Date.now() ? say.passed(zone) : undefined;
}

/** The instant in words, and where it differs, what the clocks here will show. */
function sentence(at: Date, zone: string, now: number): string {
  const there = longMoment(at, zone);
  const here = longMoment(at, ownZone());
  const means = say.means(there, zone, duration((at.getTime() - now) / 1_000));
  return here === there ? means : `${means} ${say.here(here)}`;
}

/** The next full hour that is at least an hour away. */
const inAnHour = (now: number, zone: string) => localOf(new Date((Math.floor(now / 3_600_000) + 2) * 3_600_000), zone);
