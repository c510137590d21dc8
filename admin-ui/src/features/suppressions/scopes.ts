import { words } from '@/words/en';

const topicPrefix = 'topic:';

/** What a scope stops, for a person. */
export const scopeName = (scope: string) =>
  scope.startsWith(topicPrefix)
    ? words.suppressions.topic(scope.slice(topicPrefix.length))
    : (words.suppressions.scopes[scope] ?? scope);

export const reasonName = (reason: string) => words.suppressions.reasons[reason] ?? reason;

/** The addresses in what somebody pasted, each once. */
export function addressesIn(pasted: string): string[] {
  return [...new Set(pasted.split(/[\s,;]+/).filter((address) => address !== ''))];
}
