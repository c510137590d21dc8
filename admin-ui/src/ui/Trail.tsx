import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Trail.module.css';

interface Entry {
  key: string;
  at: string;
  when: string;
  what: ReactNode;
  detail?: ReactNode;
}

/** What happened, one line after the other, each with its time. */
export function Trail({ entries, label }: { entries: Entry[]; label?: string }) {
  return (
    <ol className={classes.trail} aria-label={label}>
      {entries.map(({ key, at, when, what, detail }) => (
        <li key={key} className={classes.entry}>
          <time className={classes.when} dateTime={at}>
            {when}
          </time>
          <div className={classes.what}>
            {what}
            {detail !== undefined && detail !== null && (
              <Text span display="block" size="sm" c="dimmed">
                {detail}
              </Text>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
