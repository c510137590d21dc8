import { words } from '@/words/en';

/** What the people behind a figure are asked for by. */
export type Outcome = keyof typeof words.meaning;

export const isOutcome = (name: string | undefined): name is Outcome => name !== undefined && name in words.meaning;
