import { Group, MultiSelect, Select, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { campaignsQuery } from '@/api/campaigns';
import { itemsOf } from '@/api/pages';
import { comparisonQuery, statisticsFile } from '@/api/statistics';
import type { CampaignComparison } from '@/api/types';
import { soon } from '@/words/counting';
import { words } from '@/words/en';
import { FileLink } from '@/ui/FileLink';
import { AnchorLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/Section';
import { PartsTable } from './PartsTable';

const route = getRouteApi('/shell/statistics');
const say = words.statistics.compare;
const most = 10;
const usualHours = 24;

/** Campaigns side by side, each as it stood so many hours after its launch. */
export function CompareView() {
  const { campaigns = '', hours = usualHours } = route.useSearch();
  const chosen = campaigns === '' ? [] : campaigns.split(',');
  const navigate = route.useNavigate();
  const query = useQuery(comparisonQuery(chosen, hours));
  const known = itemsOf(useInfiniteQuery(campaignsQuery()).data).filter(({ launchedAt }) => launchedAt !== null);
  return (
    <Section
      title={say.title}
      hint={say.hint}
      beside={chosen.length > 0 && <FileLink href={statisticsFile.compare(chosen, hours)} />}
    >
      <Group gap="md" align="start">
        <MultiSelect
          label={say.campaigns}
          placeholder={chosen.length === 0 ? say.choose : undefined}
          style={{ flex: 1 }}
          miw={260}
          searchable
          maxValues={most}
          value={chosen}
          data={options(known, query.data)}
          onChange={(ids) =>
            void navigate({
              search: (before) => ({ ...before, campaigns: ids.join(',') || undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <Select
          label={say.age}
          w={160}
          allowDeselect={false}
          value={String(hours)}
          data={Object.entries(say.ages).map(([value, label]) => ({ value, label }))}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, hours: Number(value) }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </Group>
      {chosen.length === 0 ? (
        <Text c="dimmed">{say.nothing}</Text>
      ) : (
        <Loaded query={query} height={200}>
          {(comparison) => <Compared comparison={comparison} />}
        </Loaded>
      )}
    </Section>
  );
}

function Compared({ comparison: { ageHours, items } }: { comparison: CampaignComparison }) {
  const parts = items.map(({ campaignId, name, launchedAt, rates }) => ({
    key: campaignId,
    rates,
    name: (
      <>
        <AnchorLink to="/campaigns/$campaignId" params={{ campaignId }} size="sm">
          {name}
        </AnchorLink>
        <Text size="xs" c="dimmed" fw={400}>
          {words.campaigns.launched} {soon(launchedAt)}
        </Text>
      </>
    ),
  }));
  return (
    <>
      <Text size="sm">{say.atAge(ageHours)}</Text>
      <PartsTable parts={parts} label={say.title} />
    </>
  );
}

/** The campaigns to choose from, and those chosen already that stand on a page nobody has read yet. */
function options(known: { id: string; name: string }[], compared: CampaignComparison | undefined) {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  compared?.items.forEach(({ campaignId, name }) => names.set(campaignId, name));
  return [...names].map(([value, label]) => ({ value, label }));
}
