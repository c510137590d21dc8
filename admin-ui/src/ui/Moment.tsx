import { moment } from '@/words/counting';

export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
      {moment(at)}
    </time>
  );
}
