import { ApiError } from '@/api/request';
import { words } from '@/words/en';

/** Why something could not be done to a campaign, as a sentence: what state it is in by now, and what can be done. */
export function conflictSentence(error: Error): string {
  if (!(error instanceof ApiError) || error.status !== 409 || !error.problem.state) return error.message;
  const { state, allowed } = error.problem;
  return words.live.conflict(
    named(words.states, state),
    (allowed ?? []).map((verb) => named(words.verbs, verb)),
  );
}

/** In the middle of a sentence. A word the catalogue does not know yet is shown as the service wrote it. */
const named = (names: Record<string, string>, key: string) => (names[key] ?? key).toLowerCase();
