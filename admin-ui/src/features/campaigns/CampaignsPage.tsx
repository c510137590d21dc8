import { Box, Checkbox, Group, Select, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { campaignsQuery } from '@/api/campaigns';
import { itemsOf } from '@/api/pages';
import type { Campaign, CampaignState } from '@/api/types';
import { count, percent, soon } from '@/words/counting';
import { words } from '@/words/en';
import { doneOf } from '@/ui/books/books';
import { BooksBar } from '@/ui/books/BooksBar';
import { EmptyState } from '@/ui/EmptyState';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Moment } from '@/ui/Moment';
import { MorePages } from '@/ui/MorePages';
import { Page } from '@/ui/Page';
import { StateBadge } from '@/ui/StateBadge';

const route = getRouteApi('/shell/campaigns');
const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));

export function CampaignsPage() {
  const { state, archived = false } = route.useSearch();
  const query = useInfiniteQuery(campaignsQuery(state, archived));
  const campaigns = itemsOf(query.data);
  const create = <ButtonLink to="/campaigns/new">{words.campaigns.create}</ButtonLink>;
  const filtered = state !== undefined || archived;
  return (
    <Page title={words.campaigns.title} actions={(campaigns.length > 0 || filtered) && create}>
      {(campaigns.length > 0 || filtered) && <Filter state={state} archived={archived} />}
      <Loaded query={query} height={240}>
        {() =>
          campaigns.length === 0 && filtered ? (
            <EmptyState title={words.filter.none} detail={words.filter.noneDetail}>
              <ButtonLink to="/campaigns" variant="default">
                {words.filter.reset}
              </ButtonLink>
            </EmptyState>
          ) : campaigns.length === 0 ? (
            <EmptyState title={words.campaigns.none} detail={words.campaigns.noneDetail}>
              {create}
            </EmptyState>
          ) : (
            <>
              <Table verticalSpacing="sm" highlightOnHover layout="fixed">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.common.name}</Table.Th>
                    <Table.Th w={112}>{words.campaigns.state}</Table.Th>
                    <Table.Th visibleFrom="sm" w="32%">
                      {words.campaigns.progress}
                    </Table.Th>
                    <Table.Th visibleFrom="md" w={170} ta="right">
                      {words.campaigns.launched}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {campaigns.map((campaign) => (
                    <Row key={campaign.id} campaign={campaign} />
                  ))}
                </Table.Tbody>
              </Table>
              <MorePages query={query} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What is looked at stands in the address: it can be sent to a colleague. */
function Filter({ state, archived }: { state: CampaignState | undefined; archived: boolean }) {
  const navigate = route.useNavigate();
  return (
    <Group gap="md" mb="sm">
      <Select
        aria-label={words.filter.state}
        w={180}
        allowDeselect={false}
        data={[{ value: '', label: words.filter.all }, ...states]}
        value={state ?? ''}
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, state: value ? (value as CampaignState) : undefined }),
            replace: true,
          })
        }
      />
      <Checkbox
        label={words.filter.archived}
        checked={archived}
        onChange={(event) => {
          const only = event.currentTarget.checked || undefined;
          void navigate({ search: (before) => ({ ...before, archived: only }), replace: true });
        }}
      />
    </Group>
  );
}

function Row({ campaign }: { campaign: Campaign }) {
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <AnchorLink to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} fw={600}>
          {campaign.name}
        </AnchorLink>
        <Text size="sm" c="dimmed">
          {campaign.audienceName}
        </Text>
        <Box hiddenFrom="sm" mt={4}>
          <Progress campaign={campaign} />
        </Box>
      </Table.Td>
      <Table.Td>
        <StateBadge state={campaign.state} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Progress campaign={campaign} />
      </Table.Td>
      <Table.Td visibleFrom="md" ta="right">
        {campaign.launchedAt === null ? (
          <Text size="sm" c="dimmed">
            {campaign.schedule === null ? words.campaigns.notLaunched : words.campaigns.due(soon(campaign.schedule.at))}
          </Text>
        ) : (
          <Moment at={campaign.launchedAt} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Progress({ campaign: { state, books } }: { campaign: Campaign }) {
  if (state === 'draft' || books.audience === 0) return null;
  return (
    <>
      <BooksBar books={books} thin />
      <Text size="sm" c="dimmed" mt={4}>
        {words.common.of(words.live.part(words.counts.accepted, books.accepted), count(books.audience))}
        {doneOf(books) < books.audience && `, ${words.campaigns.done(percent(doneOf(books) / books.audience))}`}
      </Text>
    </>
  );
}
