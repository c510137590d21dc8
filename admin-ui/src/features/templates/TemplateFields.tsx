import { Stack, Textarea, TextInput } from '@mantine/core';
import { ApiError } from '@/api/request';
import { words } from '@/words/en';
import classes from './TemplateEditor.module.css';
import type { Draft } from './useTemplateDraft';

interface Props {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  error: Error | null;
}

export function TemplateFields({ draft, change, error }: Props) {
  const mistake = (field: string) => (error instanceof ApiError ? error.field(field) : undefined);
  return (
    <Stack gap="md">
      <TextInput
        label={words.editor.name}
        value={draft.name}
        maxLength={200}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={mistake('name')}
      />
      <TextInput
        label={words.editor.subject}
        value={draft.subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
        error={mistake('subject')}
      />
      <Textarea
        label={words.editor.html}
        description={words.editor.htmlHint}
        classNames={{ input: classes.code }}
        rows={20}
        resize="vertical"
        spellCheck={false}
        autoCapitalize="off"
        value={draft.html}
        onChange={(event) => change({ html: event.currentTarget.value })}
        error={mistake('html')}
      />
      <Textarea
        label={words.editor.text}
        description={words.editor.textHint}
        classNames={{ input: classes.code }}
        rows={6}
        resize="vertical"
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        error={mistake('text')}
      />
    </Stack>
  );
}
