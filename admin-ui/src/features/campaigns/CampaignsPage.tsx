import { Box, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { campaignsQuery } from '@/api/campaigns';
import { itemsOf } from '@/api/pages';
import type { Campaign } from '@/api/types';
import { count, percent } from '@/words/counting';
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

export function CampaignsPage() {
  const query = useInfiniteQuery(campaignsQuery);
  const campaigns = itemsOf(query.data);
  const create = <ButtonLink to="/campaigns/new">{words.campaigns.create}</ButtonLink>;
  return (
    <Page title={words.campaigns.title} actions={campaigns.length > 0 && create}>
      <Loaded query={query} height={240}>
        {() =>
          campaigns.length === 0 ? (
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
                    <Table.Th visibleFrom="sm">{words.campaigns.progress}</Table.Th>
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
            {words.campaigns.notLaunched}
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
