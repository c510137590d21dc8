import { Alert, Button, Loader, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { importQuery } from '@/api/imports';
import type { Import } from '@/api/types';
import { words } from '@/words/en';
import { Loaded } from '@/ui/Loaded';

interface Props {
  importId: string;
  audienceId: string;
  onDismiss: () => void;
}

/** How an import goes and went: what was taken, and each row that was not, with its line in the file. */
export function ImportReport({ importId, audienceId, onDismiss }: Props) {
  const query = useQuery(importQuery(importId));
  const client = useQueryClient();
  const { state, imported } = query.data ?? {};
  useEffect(() => {
    if (state === undefined) return;
    void client.invalidateQueries({ queryKey: ['audience', audienceId] });
    void client.invalidateQueries({ queryKey: ['audiences'] });
  }, [client, audienceId, state, imported]);

  return (
    <Loaded query={query} height={80}>
      {(job) => (job.state === 'running' ? <Running job={job} /> : <Over job={job} onDismiss={onDismiss} />)}
    </Loaded>
  );
}

function Running({ job }: { job: Import }) {
  return (
    <Alert
      color="tide"
      variant="light"
      icon={<Loader size={18} aria-hidden />}
      title={words.imports.running(job.fileName)}
    >
      {words.imports.rows(job.rows)}
    </Alert>
  );
}

function Over({ job, onDismiss }: { job: Import; onDismiss: () => void }) {
  const failed = job.state === 'failed';
  const colour = failed ? 'red' : job.rejected > 0 ? 'orange' : 'green';
  const title = failed ? words.imports.failed(job.fileName) : words.imports.finished(job.imported, job.fileName);
  return (
    <Alert
      color={colour}
      variant="light"
      title={title}
      withCloseButton
      onClose={onDismiss}
      closeButtonLabel={words.imports.dismiss}
    >
      <Stack gap="xs" align="flex-start">
        {job.problem !== null && <Text size="sm">{job.problem}</Text>}
        {job.rejected > 0 && <Text size="sm">{words.imports.rejected(job.rejected)}</Text>}
        {job.errors.length > 0 && <RowErrors job={job} />}
        {failed && (
          <Button size="xs" variant="default" onClick={onDismiss}>
            {words.imports.dismiss}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function RowErrors({ job }: { job: Import }) {
  return (
    <>
      <Table.ScrollContainer
        minWidth={320}
        maxHeight={300}
        w="100%"
        type="native"
        tabIndex={0}
        role="region"
        aria-label={words.imports.rejected(job.rejected)}
      >
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={70} ta="right">
                {words.imports.line}
              </Table.Th>
              <Table.Th w={130}>{words.imports.field}</Table.Th>
              <Table.Th>{words.imports.reason}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {job.errors.map((error) => (
              <Table.Tr key={`${error.line} ${error.field} ${error.message}`}>
                <Table.Td ta="right">{error.line}</Table.Td>
                <Table.Td>{error.field}</Table.Td>
                <Table.Td>{error.message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {job.rejected > job.errors.length && (
        <Text size="sm" c="dimmed">
          {words.imports.firstErrors(job.errors.length)}
        </Text>
      )}
    </>
  );
}
