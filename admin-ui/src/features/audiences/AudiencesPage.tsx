import { Button, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { audiencesQuery } from '@/api/audiences';
import { itemsOf } from '@/api/pages';
import { count } from '@/words/counting';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { AnchorLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Moment } from '@/ui/Moment';
import { MorePages } from '@/ui/MorePages';
import { Page } from '@/ui/Page';
import { NewAudienceDialog } from './NewAudienceDialog';

export function AudiencesPage() {
  const query = useInfiniteQuery(audiencesQuery);
  const audiences = itemsOf(query.data);
  const [opened, { open, close }] = useDisclosure();
  const create = <Button onClick={open}>{words.audiences.create}</Button>;
  return (
    <Page title={words.audiences.title} actions={audiences.length > 0 && create}>
      <NewAudienceDialog opened={opened} onClose={close} />
      <Loaded query={query} height={240}>
        {() =>
          audiences.length === 0 ? (
            <EmptyState title={words.audiences.none} detail={words.audiences.noneDetail}>
              {create}
            </EmptyState>
          ) : (
            <>
              <Table verticalSpacing="sm" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.common.name}</Table.Th>
                    <Table.Th ta="right">{words.audiences.contacts}</Table.Th>
                    <Table.Th ta="right" visibleFrom="xs">
                      {words.common.created}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {audiences.map((audience) => (
                    <Table.Tr key={audience.id}>
                      <Table.Td>
                        <AnchorLink to="/audiences/$audienceId" params={{ audienceId: audience.id }} fw={600}>
                          {audience.name}
                        </AnchorLink>
                      </Table.Td>
                      <Table.Td ta="right">{count(audience.contacts)}</Table.Td>
                      <Table.Td ta="right" visibleFrom="xs">
                        <Moment at={audience.createdAt} />
                      </Table.Td>
                    </Table.Tr>
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
