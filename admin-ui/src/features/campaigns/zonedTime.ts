/** The time zones a browser knows, its own first. */
export function zones(): string[] {
  const own = ownZone();
  return [own, ...['UTC', ...Intl.supportedValuesOf('timeZone')].filter((zone) => zone !== own)];
}

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * The instant at which clocks in the zone show this date and time ("2026-03-02T09:00"), or undefined where they never do: then
 * the service says between which times they jump. Where a time comes twice, the first one is meant.
 */
export function instantOf(local: string, zone: string): Date | undefined {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const guesses = [-1, 1].map((day) => asUtc - offset(asUtc + day * 86_400_000, zone));
  const right = guesses.filter((guess) => guess + offset(guess, zone) === asUtc);
  return right.length === 0 ? undefined : new Date(Math.min(...right));
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const shown = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const asUtc = Date.UTC(
    shown('year'),
    shown('month') - 1,
    shown('day'),
    shown('hour'),
    shown('minute'),
    shown('second'),
  );
  return asUtc - Math.floor(instant / 1_000) * 1_000;
}

/** What a field for date and time shows for an instant in a zone. */
export function localOf(instant: Date, zone: string): string {
  return new Date(instant.getTime() + offset(instant.getTime(), zone)).toISOString().slice(0, 16);
}
