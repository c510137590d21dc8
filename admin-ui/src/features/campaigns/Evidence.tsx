import { SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { GuardEvidence } from '@/api/types';
import { count, percent } from '@/words/counting';
import { words } from '@/words/en';

const say = words.guard;

/** The figures that made a campaign pause by itself, as they were then. */
export function Evidence({ evidence }: { evidence: GuardEvidence }) {
  const { rateOf, of, rate, bound, limit, domains, examples } = evidence;
  return (
    <Stack gap="sm">
      <Text size="sm">{say.sentence[rateOf](count(evidence.count), count(of), percent(rate))}</Text>
      <Text size="sm" c="dimmed">
        {say.certainty(percent(bound), percent(limit))}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {domains.length > 0 && (
          <Table aria-label={say.where}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.domain}</Table.Th>
                <Table.Th ta="right">{say[rateOf]}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {domains.map((each) => (
                <Table.Tr key={each.domain}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{each.domain}</Table.Td>
                  <Table.Td ta="right">{count(each.count)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {examples.length > 0 && (
          <Table aria-label={say.examples}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.examples}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {examples.map(({ email, why }) => (
                <Table.Tr key={email}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {email}
                    <Text size="xs" c="dimmed">
                      {why}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </SimpleGrid>
    </Stack>
  );
}
