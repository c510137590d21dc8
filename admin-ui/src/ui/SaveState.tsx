import { Group, Text } from '@mantine/core';
import { words } from '@/words/en';
import { CheckIcon } from './icons';

interface Props {
  saving: boolean;
  dirty: boolean;
  /** False for what was never saved: then there is nothing to be told about. */
  known: boolean;
}

export function SaveState({ saving, dirty, known }: Props) {
  const saved = known && !dirty && !saving;
  return (
    <Group role="status" gap={4} c={saved ? 'dimmed' : undefined} miw={{ xs: 130 }} justify="flex-end">
      {saved && <CheckIcon size={14} />}
      <Text size="sm">
        {saving ? words.common.saving : dirty ? words.common.unsaved : saved ? words.common.saved : ''}
      </Text>
    </Group>
  );
}
