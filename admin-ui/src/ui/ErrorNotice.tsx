import { Alert, Button, Stack, Text } from '@mantine/core';
import { ApiError } from '@/api/request';
import { words } from '@/words/en';
import { WarningIcon } from './icons';

interface Props {
  error: Error;
  title?: string;
  onRetry?: () => void;
}

/** What went wrong, in a sentence, and what can be done about it. */
export function ErrorNotice({ error, title, onRetry }: Props) {
  const problem = error instanceof ApiError ? error.problem : undefined;
  const forbidden = error instanceof ApiError && error.status === 403;
  const lines = problem?.errors?.map((mistake) => `${mistake.field}: ${mistake.message}`) ?? [];
  return (
    <Alert
      color="red"
      variant="light"
      icon={<WarningIcon />}
      title={title ?? (forbidden ? words.problems.forbidden : (problem?.title ?? words.problems.notLoaded))}
    >
      <Stack gap="xs" align="flex-start">
        {error.message !== problem?.title || title !== undefined ? <Text size="sm">{error.message}</Text> : null}
        {forbidden && <Text size="sm">{words.problems.forbiddenDetail}</Text>}
        {lines.map((line) => (
          <Text size="sm" key={line}>
            {line}
          </Text>
        ))}
        {onRetry !== undefined && !forbidden && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.problems.again}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
