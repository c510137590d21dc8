import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  value: string;
  detail?: ReactNode;
}

/** One figure with its name above and, in small, what it is a part of or means. */
export function Figure({ label, value, detail }: Props) {
  return (
    <Stack gap={0}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={22} fw={600} lh={1.35}>
        {value}
      </Text>
      <Text size="xs" c="dimmed" mih={18}>
        {detail}
      </Text>
    </Stack>
  );
}
