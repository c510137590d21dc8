import { Link } from '@tanstack/react-router';
import { Text } from '@mantine/core';
import { count } from '@/words/counting';
import { words } from '@/words/en';
import classes from './FigureLink.module.css';
import type { Outcome } from './outcomes';

interface Props {
  campaignId: string;
  outcome: Outcome;
  value: number;
  detail?: string;
  swatch?: boolean;
}

/** A figure that opens the people in it. With nobody in it there is nothing to open. */
export function FigureLink({ campaignId, outcome, value, detail, swatch }: Props) {
  const name = words.counts[outcome];
  const content = (
    <>
      <span className={classes.name}>
        {swatch === true && <span className={classes.swatch} style={{ background: `var(--bucket-${outcome})` }} />}
        {name}
      </span>
      <span className={classes.value}>{count(value)}</span>
      <Text span className={classes.detail}>
        {detail ?? words.meaning[outcome]}
      </Text>
    </>
  );
  if (value === 0) {
    return (
      <div className={classes.figure} data-empty>
        {content}
      </div>
    );
  }
  return (
    <Link
      className={classes.figure}
      to="/campaigns/$campaignId"
      params={{ campaignId }}
      search={{ show: outcome }}
      resetScroll={false}
      preload={false}
      aria-label={words.live.open(name, value)}
    >
      {content}
    </Link>
  );
}
