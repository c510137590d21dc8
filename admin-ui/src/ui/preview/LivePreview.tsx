import { Alert, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { previewQuery } from '@/api/templates';
import type { Preview, TemplateContent } from '@/api/types';
import { words } from '@/words/en';
import { ErrorNotice } from '../ErrorNotice';
import { CheckIcon, WarningIcon } from '../icons';
import { Placeholder } from '../Loaded';
import { MessagePreview } from './MessagePreview';

type Content = Pick<TemplateContent, 'subject' | 'html' | 'text'>;

/** What the content comes to for one person, a moment after the typing stops. */
export function LivePreview({
  content,
  contactId,
  ready,
}: {
  content: Content;
  contactId: string | null;
  ready: boolean;
}) {
  const { subject, html, text } = content;
  const [settled] = useDebouncedValue(JSON.stringify({ subject, html, text: text === '' ? null : text }), 300);
  const query = useQuery({ ...previewQuery({ ...(JSON.parse(settled) as Content), contactId }), enabled: ready });

  if (query.data === undefined) {
    if (query.error === null) return <Placeholder height={560} />;
    return <ErrorNotice title={words.preview.failed} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <Stack gap="sm">
      <MessagePreview preview={query.data} />
      {query.error !== null && <ErrorNotice title={words.preview.failed} error={query.error} />}
      <Findings preview={query.data} />
    </Stack>
  );
}

/** Keeps its place also when there is nothing to find: the page does not jump as fields come and go. */
function Findings({ preview }: { preview: Preview }) {
  const { missingFields, problems, email } = preview;
  if (missingFields.length === 0 && problems.length === 0) {
    return (
      <Alert color="green" variant="light" icon={<CheckIcon />} py="xs">
        {words.preview.fine}
      </Alert>
    );
  }
  return (
    <Stack gap="xs" role="status">
      {problems.length > 0 && (
        <Alert color="red" variant="light" icon={<WarningIcon />} title={words.preview.problems} py="xs">
          <List size="sm" listStyleType="none">
            {problems.map((problem) => (
              <List.Item key={`${problem.field}${problem.line}${problem.message}`}>
                <Text span size="sm" fw={600}>
                  {words.preview.line(problem.field, problem.line)}
                </Text>{' '}
                {problem.message}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {missingFields.length > 0 && (
        <Alert color="orange" variant="light" icon={<WarningIcon />} py="xs">
          {words.preview.missing(missingFields, email)}
        </Alert>
      )}
    </Stack>
  );
}
