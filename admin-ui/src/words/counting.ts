const locale = 'en-GB';
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const smallShare = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' });
const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
const thisYear = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const shortTime = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
// The service counts days in UTC, so a day keeps its name wherever it is read.
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const hour = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

export const count = (n: number) => whole.format(n);

export const decimal = (n: number) => oneDigit.format(n);

/** Small sums are not rounded to nothing. */
export const dollars = (n: number) => (n > 0 && n < 0.01 ? `less than ${money.format(0.01)}` : money.format(n));

export const people = (n: number) => (n === 1 ? '1 person' : `${count(n)} people`);

/** Less than this is what is left over by reckoning with fractions. */
const nothing = 1e-9;

/** A ratio in percent. What is not all is never rounded to 100 %, what is not nothing never to 0 %. */
export function percent(ratio: number): string {
  if (ratio < nothing || ratio > 1 - nothing) return share.format(Math.round(ratio));
  if (ratio > 0 && ratio < 0.01) return smallShare.format(ratio);
  if (ratio < 1 && ratio > 0.999) return share.format(0.999);
  return share.format(ratio);
}

export function list(parts: string[], joint: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat(locale, { type: joint === 'and' ? 'conjunction' : 'disjunction' }).format(parts);
}

export const moment = (at: string) => dayAndTime.format(new Date(at));

/** A time with its day of the week, as clocks in a zone show it. */
export const longMoment = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);

export const clock = (at: string | number) => time.format(new Date(at));

export const dayName = (at: string) => day.format(new Date(at));

export const hourName = (at: string) => hour.format(new Date(at));

/** A time of today by the clock, any other with its day, and its year if that is another. */
export function soon(at: string, now = new Date()): string {
  const date = new Date(at);
  if (date.toDateString() === now.toDateString()) return shortTime.format(date);
  return (date.getFullYear() === now.getFullYear() ? thisYear : dayAndTime).format(date);
}

/** How long, in the two largest units that matter. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}\u00a0s`;
  if (Math.round(seconds) < 3_600) return pair(seconds, 60, 'min', 1, 's');
  if (seconds < 86_400) return pair(seconds, 3_600, 'h', 60, 'min');
  return pair(seconds, 86_400, 'd', 3_600, 'h');
}

/** A time that may be far shorter than a second. */
export function shortDuration(millis: number): string {
  if (millis < 1_000) return `${count(millis)}\u00a0ms`;
  return millis < 10_000 ? `${decimal(millis / 1_000)}\u00a0s` : duration(millis / 1_000);
}

/** A figure and its unit stay on one line. */
function pair(seconds: number, large: number, largeName: string, small: number, smallName: string): string {
  const units = Math.round(seconds / small);
  const perLarge = large / small;
  const rest = units % perLarge;
  const first = `${Math.floor(units / perLarge)}\u00a0${largeName}`;
  return rest === 0 ? first : `${first}\u00a0${rest}\u00a0${smallName}`;
}
