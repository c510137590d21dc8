import { Anchor } from '@mantine/core';
import { words } from '@/words/en';

/** What is shown, as a file. */
export function FileLink({ href }: { href: string }) {
  return (
    <Anchor href={href} download size="sm">
      {words.statistics.file}
    </Anchor>
  );
}
