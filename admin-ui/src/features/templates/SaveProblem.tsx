import { Alert, Box, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/request';
import { templateQuery } from '@/api/templates';
import type { Template } from '@/api/types';
import { words } from '@/words/en';
import { ErrorNotice } from '@/ui/ErrorNotice';

interface Props {
  error: Error;
  templateId: string | undefined;
  onLoad: (newer: Template) => void;
}

/** Why it was not saved. A newer version of somebody else is never overwritten, and never overwrites unasked. */
export function SaveProblem({ error, templateId, onLoad }: Props) {
  const client = useQueryClient();
  const conflict = error instanceof ApiError && error.status === 409;
  if (!conflict || templateId === undefined) {
    return (
      <Box mb="md">
        <ErrorNotice title={words.problems.notSaved} error={error} />
      </Box>
    );
  }

  async function load(id: string) {
    onLoad(await client.fetchQuery({ ...templateQuery(id), staleTime: 0 }));
  }

  return (
    <Alert color="orange" variant="light" title={words.editor.conflict} mb="md" role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words.editor.conflictDetail}</Text>
        <Button size="xs" variant="default" onClick={() => void load(templateId)}>
          {words.editor.loadTheirs}
        </Button>
      </Stack>
    </Alert>
  );
}
