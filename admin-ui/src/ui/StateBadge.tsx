import { Badge } from '@mantine/core';
import type { CampaignState } from '@/api/types';
import { words } from '@/words/en';

const colours: Record<CampaignState, string> = {
  draft: 'gray',
  scheduled: 'gray',
  launching: 'tide',
  sending: 'tide',
  paused: 'orange',
  finished: 'green',
  cancelled: 'gray',
};

export function StateBadge({ state }: { state: CampaignState }) {
  return (
    <Badge variant="light" color={colours[state]} tt="none" fw={600} style={{ flexShrink: 0 }}>
      {words.states[state]}
    </Badge>
  );
}
