import { List, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { forecastQuery } from '@/api/forecast';
import { words } from '@/words/en';
import { ForecastLines, ForecastWarnings } from './ForecastLines';

/** How a sending would go that begins at that time; that of the time before stays until it is known. */
export function ForecastAt({ campaignId, at }: { campaignId: string; at: string }) {
  const { data, error, isPlaceholderData } = useQuery({
    ...forecastQuery(campaignId, at),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {error === null ? words.forecast.reckoning : words.forecast.missing}
      </Text>
    );
  }
  return (
    <Stack gap="sm" aria-busy={isPlaceholderData} opacity={isPlaceholderData ? 0.6 : 1}>
      <List size="sm" spacing={6}>
        <ForecastLines forecast={data} />
      </List>
      <ForecastWarnings forecast={data} />
    </Stack>
  );
}
