import type { CampaignState, Stream } from '@/api/types';
import { words } from '@/words/en';

/** What may stand behind the question mark of an address. What makes no sense there is left out. */
type Search = Record<string, unknown>;

export const homeSearch = (search: Search) => some({ stream: streamIn(search) });

export const campaignsSearch = (search: Search) =>
  some({
    state: oneOf(words.states, search.state) as CampaignState | undefined,
    archived: flag(search.archived),
  });

/** `ask` is what a draft's page asks, once everything is saved. */
export const campaignSearch = (search: Search) =>
  some({
    ask: oneOf({ launch: true, schedule: true }, search.ask),
    show: text(search.show),
  });

export const deadLettersSearch = (search: Search) => some({ queue: text(search.queue) });

export const addressSearch = (search: Search) => some({ email: text(search.email) });

export const statisticsSearch = (search: Search) =>
  some({
    view: oneOf(words.statistics.views, search.view),
    stream: streamIn(search),
    days: oneOfNumbers(periods, search.days),
    bucket: oneOf({ hour: true }, search.bucket),
    by: oneOf(words.statistics.breakdown.kinds, search.by),
    campaigns: text(search.campaigns),
    hours: oneOfNumbers(Object.keys(words.statistics.compare.ages).map(Number), search.hours),
  });

const periods = [7, 60, 90, 365];

const oneOfNumbers = (known: number[], value: unknown) => known.find((each) => each === value);

export const suppressionsSearch = (search: Search) =>
  some({
    view: oneOf(words.suppressions.views, search.view),
    q: text(search.q),
    reason: text(search.reason),
    scope: text(search.scope),
    lifted: flag(search.lifted),
    show: text(search.show),
  });

export const webhooksSearch = (search: Search) => some({ show: text(search.show) });

const streamIn = (search: Search): Stream | undefined => oneOf({ campaigns: true, notifications: true }, search.stream);

function oneOf<T extends object>(known: T, value: unknown): keyof T | undefined {
  return typeof value === 'string' && Object.hasOwn(known, value) ? (value as keyof T) : undefined;
}

/** Nothing has to stand there. */
const some = <T extends object>(found: T): Partial<T> => found;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const flag = (value: unknown) => (value === true ? true : undefined);
