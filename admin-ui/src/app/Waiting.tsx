import { Center, VisuallyHidden } from '@mantine/core';
import { words } from '@/words/en';
import { Logo } from '@/ui/Logo';

/** Shown when a page takes longer than a second to arrive: a slow network, or a service that is just starting. */
export function Waiting() {
  return (
    <Center mih="60dvh" aria-busy="true">
      <VisuallyHidden role="status">{words.common.loading}</VisuallyHidden>
      <Logo />
    </Center>
  );
}
