import {
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';
import type { SyntheticEvent } from 'react';

const tide: MantineColorsTuple = [
  '#e9f6f7',
  '#d6ecee',
  '#abd8dc',
  '#7cc4ca',
  '#57b3bb',
  '#3fa8b1',
  '#2e9ca6',
  '#16858f',
  '#057681',
  '#005f69',
];

/** What is typed into a choice replaces the choice before, instead of being written behind it. */
function selectAll(event: SyntheticEvent<HTMLInputElement>) {
  event.currentTarget.select();
}

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: 8,
  colors: { tide },
  defaultRadius: 'md',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.625rem' }, h2: { fontSize: '1.125rem' } } },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name, so that a page which has no dialog does not load one.
  components: {
    Modal: { defaultProps: { classNames: { title: 'dialog-title' } } },
    Drawer: { defaultProps: { classNames: { title: 'dialog-title' } } },
    Skeleton: { defaultProps: { animate: false } },
    Select: { defaultProps: { onFocus: selectAll, onClick: selectAll } },
  },
});

/** Mantine's own shades for these are too faint to read, 3.3 to 3.8 to 1. These have at least 4.5 to 1. */
export const readableText: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c6670',
    '--mantine-color-placeholder': '#6b757e',
    '--mantine-color-orange-text': '#a34700',
    '--mantine-color-orange-light-color': '#8f3e00',
    '--mantine-color-green-text': '#1d672d',
    '--mantine-color-green-light-color': '#1d672d',
  },
  dark: { '--mantine-color-dimmed': '#a9b0b7', '--mantine-color-placeholder': '#9aa1a8' },
});

/** public/colour-scheme.js reads the same key before the first paint. */
export const colourSchemes = localStorageColorSchemeManager({ key: 'tidings-colour-scheme' });
