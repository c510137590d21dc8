import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { words } from '@/words/en';
import { MoonIcon, SunIcon } from '@/ui/icons';

export function ColourSchemeToggle() {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: false });
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? words.shell.light : words.shell.dark;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </ActionIcon>
  );
}
