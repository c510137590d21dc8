import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { campaignQuery, campaignStatisticsQuery } from './campaigns';
import { address } from './request';
import type { Progress } from './types';

/**
 * Hears of a campaign's progress as it happens, and puts it where the pages read it. Says whether it does: as long as it does
 * not - no connection, too many listeners - the pages ask for it instead, and the browser tries again by itself.
 */
export function useLive(campaignId: string, wanted: boolean): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    if (!wanted || typeof EventSource === 'undefined') return;
    const source = new EventSource(address('/live', { campaign: campaignId }));
    const hear = (event: MessageEvent<string>) => {
      setConnected(true);
      take(client, JSON.parse(event.data) as Progress);
    };
    source.addEventListener('progress', hear);
    source.addEventListener('state', hear);
    source.onerror = () => setConnected(false);
    return () => {
      source.close();
      setConnected(false);
    };
  }, [client, campaignId, wanted]);
  return connected;
}

/** Only what is known already is brought up to date: the first reading is that of the pages themselves. */
function take(client: QueryClient, progress: Progress) {
  const { campaignId, state, books, pause, waitsFor, rate, allowedRate, limit, endsAt, asOf } = progress;
  const campaign = campaignQuery(campaignId).queryKey;
  const known = client.getQueryData(campaign);
  client.setQueryData(campaign, (before) => before && { ...before, state, books, pause, waitsFor });
  client.setQueryData(
    campaignStatisticsQuery(campaignId, state).queryKey,
    (before) => before && { ...before, books, rate, allowedRate, limit, endsAt, asOf },
  );
  // What may be done now, and who did it, only the campaign itself tells.
  if (known !== undefined && known.state !== state) void client.invalidateQueries({ queryKey: campaign });
}
