import { Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Preview } from '@/api/types';
import { words } from '@/words/en';
import { MessageFrame } from './MessageFrame';
import classes from './MessageFrame.module.css';

type Form = 'html' | 'text' | 'source';

/** One rendered message, as HTML on a desktop or a phone, as text, or as its source. */
export function MessagePreview({ preview }: { preview: Preview }) {
  const [form, setForm] = useState<Form>('html');
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop');
  return (
    <Stack gap="sm">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <Text span c="dimmed" size="sm">
          {words.preview.subject}:{' '}
        </Text>
        <Text span fw={600} size="sm">
          {preview.subject === '' ? words.preview.noSubject : preview.subject}
        </Text>
      </Text>
      <Group gap="xs" justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={words.preview.form}
          value={form}
          onChange={setForm}
          data={[
            { value: 'html', label: words.preview.html },
            { value: 'text', label: words.preview.text },
            { value: 'source', label: words.preview.source },
          ]}
        />
        {form === 'html' && (
          <SegmentedControl
            size="xs"
            aria-label={words.preview.width}
            value={width}
            onChange={setWidth}
            data={[
              { value: 'desktop', label: words.preview.desktop },
              { value: 'phone', label: words.preview.phone },
            ]}
          />
        )}
      </Group>
      {form === 'html' ? (
        <MessageFrame html={preview.html} width={width} />
      ) : (
        <Textarea
          aria-label={words.preview[form]}
          readOnly
          value={form === 'text' ? preview.text : preview.html}
          classNames={{ input: classes.source }}
          autosize={false}
        />
      )}
    </Stack>
  );
}
