import { Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '@/api/pages';
import { templatesQuery } from '@/api/templates';
import { words } from '@/words/en';
import { EmptyState } from '@/ui/EmptyState';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { Loaded } from '@/ui/Loaded';
import { Moment } from '@/ui/Moment';
import { MorePages } from '@/ui/MorePages';
import { Page } from '@/ui/Page';

export function TemplatesPage() {
  const query = useInfiniteQuery(templatesQuery);
  const templates = itemsOf(query.data);
  const create = <ButtonLink to="/templates/new">{words.templates.create}</ButtonLink>;
  return (
    <Page title={words.templates.title} actions={templates.length > 0 && create}>
      <Loaded query={query} height={240}>
        {() =>
          templates.length === 0 ? (
            <EmptyState title={words.templates.none} detail={words.templates.noneDetail}>
              {create}
            </EmptyState>
          ) : (
            <>
              <Table verticalSpacing="sm" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.common.name}</Table.Th>
                    <Table.Th visibleFrom="sm">{words.templates.subject}</Table.Th>
                    <Table.Th visibleFrom="md" ta="right">
                      {words.templates.version}
                    </Table.Th>
                    <Table.Th ta="right">{words.common.changed}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {templates.map((template) => (
                    <Table.Tr key={template.id}>
                      <Table.Td>
                        <AnchorLink to="/templates/$templateId" params={{ templateId: template.id }} fw={600}>
                          {template.name}
                        </AnchorLink>
                        <Text size="sm" c="dimmed" hiddenFrom="sm">
                          {template.subject}
                        </Text>
                      </Table.Td>
                      <Table.Td visibleFrom="sm">{template.subject}</Table.Td>
                      <Table.Td visibleFrom="md" ta="right">
                        {template.version}
                      </Table.Td>
                      <Table.Td ta="right">
                        <Moment at={template.updatedAt} />
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
