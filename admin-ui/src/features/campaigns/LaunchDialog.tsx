import { Alert, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { useActOnCampaign } from '@/api/campaigns';
import { forecastQuery } from '@/api/forecast';
import { quotaQuery } from '@/api/statistics';
import { templateQuery } from '@/api/templates';
import type { Campaign } from '@/api/types';
import { words } from '@/words/en';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ForecastLines, ForecastWarnings } from './ForecastLines';

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
  const forecast = useQuery({ ...forecastQuery(campaign.id), enabled: opened });
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
          {forecast.data !== undefined && <ForecastLines forecast={forecast.data} />}
        </List>
        {forecast.error !== null && (
          <Text size="sm" c="dimmed">
            {words.forecast.missing}
          </Text>
        )}
        {forecast.data !== undefined && <ForecastWarnings forecast={forecast.data} />}
        {quota?.sandbox === true && (
          <Alert color="orange" variant="light" py="xs">
            {words.launch.sandbox}
          </Alert>
        )}
        <Text size="sm">{words.launch.already}</Text>
        <Text size="sm" c="dimmed">
          {words.launch.frozen}
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
