import { Alert, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { useActOnCampaign } from '@/api/campaigns';
import { quotaQuery } from '@/api/statistics';
import { templateQuery } from '@/api/templates';
import type { Campaign, Quota } from '@/api/types';
import { decimal, duration } from '@/words/counting';
import { words } from '@/words/en';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { forecast } from './forecast';

const route = getRouteApi('/shell/campaigns/$campaignId');

interface Props {
  campaign: Campaign;
  act: ReturnType<typeof useActOnCampaign>;
  /** What is saved is what will be sent. */
  ready: boolean;
  people: number;
}

/** The last question before the mail goes out: exactly what will happen, and a way back. */
export function LaunchDialog({ campaign, act, ready, people }: Props) {
  const { ask } = route.useSearch();
  const navigate = route.useNavigate();
  const opened = ask === 'launch' && ready && people > 0 && campaign.allowed.includes('launch');
  const template = useQuery({ ...templateQuery(campaign.templateId), enabled: opened }).data;
  const quota = useQuery({ ...quotaQuery, enabled: opened }).data;
  const close = () => void navigate({ search: {}, replace: true, resetScroll: false });

  return (
    <ConfirmDialog
      opened={opened}
      title={words.launch.title(people)}
      yes={words.draft.send(people)}
      pending={act.isPending}
      onYes={() => act.mutate('launch', { onSettled: close })}
      onNo={close}
    >
      <Stack gap="sm">
        <List size="sm" spacing={6}>
          <List.Item>{words.launch.who(people, campaign.audienceName)}</List.Item>
          {template !== undefined && <List.Item>{words.launch.what(template.subject)}</List.Item>}
          <List.Item>{words.launch.from(campaign.sender.name, campaign.sender.email)}</List.Item>
          {quota !== undefined && <Duration quota={quota} people={people} />}
        </List>
        {quota !== undefined && <Warnings quota={quota} people={people} />}
        <Text size="sm">{words.launch.already}</Text>
        <Text size="sm" c="dimmed">
          {words.launch.frozen}
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}

function Duration({ quota, people }: { quota: Quota; people: number }) {
  const { rate, seconds } = forecast(quota, people);
  return seconds !== null && <List.Item>{words.launch.duration(decimal(rate), duration(seconds))}</List.Item>;
}

function Warnings({ quota, people }: { quota: Quota; people: number }) {
  const { left } = forecast(quota, people);
  return (
    <>
      {left < people && (
        <Alert color="orange" variant="light" py="xs">
          {words.launch.overQuota(left, people)}
        </Alert>
      )}
      {quota.sandbox && (
        <Alert color="orange" variant="light" py="xs">
          {words.launch.sandbox}
        </Alert>
      )}
    </>
  );
}
