import { Alert, List } from '@mantine/core';
import type { Forecast } from '@/api/types';
import { decimal, dollars, duration, soon } from '@/words/counting';
import { words } from '@/words/en';

const say = words.forecast;

/** How fast it will go, until when, beside what else, and what it costs: a line for each, inside a list. */
export function ForecastLines({ forecast }: { forecast: Forecast }) {
  const { startsAt, endsAt, perSecond, limitedBy, quota, collisions, paused, cost } = forecast;
  const seconds = endsAt === null ? 0 : (Date.parse(endsAt) - Date.parse(startsAt)) / 1_000;
  return (
    <>
      <List.Item>{say.rate(decimal(perSecond), say.limitedBy[limitedBy])}</List.Item>
      <List.Item>{endsAt === null ? say.endless : say.ends(soon(endsAt), duration(seconds))}</List.Item>
      {collisions.length > 0 && <List.Item>{say.beside(collisions.map(({ name }) => name))}</List.Item>}
      {paused.length > 0 && <List.Item>{say.paused(paused.map(({ name }) => name))}</List.Item>}
      {quota.max24Hours !== null && quota.leftForCampaignsAtStart !== null && (
        <List.Item>
          {say.used(quota.usedNow, quota.max24Hours)} {say.leftAtStart(quota.leftForCampaignsAtStart)}{' '}
          {quota.leftForCampaignsAfter !== null && quota.fits && say.left(quota.leftForCampaignsAfter)}
        </List.Item>
      )}
      <List.Item>{say.cost(dollars(cost.dollars))}</List.Item>
    </>
  );
}

/** What somebody should know before it goes out. */
export function ForecastWarnings({ forecast: { quota, recipients } }: { forecast: Forecast }) {
  if (quota.fits || quota.leftForCampaignsAtStart === null) return null;
  return (
    <Alert color="orange" variant="light" py="xs">
      {words.launch.overQuota(quota.leftForCampaignsAtStart, recipients)}{' '}
      {quota.spentAt !== null && say.spent(soon(quota.spentAt))}{' '}
      {quota.goesOnAt !== null && say.goesOn(soon(quota.goesOnAt))}
    </Alert>
  );
}
