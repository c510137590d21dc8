import { count, moment } from './counting';

const messages = (n: number) => (n === 1 ? '1 message' : `${count(n)} messages`);

/** The words for what could not be processed. */
export const deadLetters = {
  title: 'Dead letters',
  intro: 'What could not be processed after five tries waits here for two weeks. SQS counts it approximately.',
  which: 'Which queue',
  queues: {
    plan: 'Planning',
    batches: 'Sending',
    notifications: 'Notifications',
    'notifications-urgent': 'Urgent notifications',
    feedback: 'SES’s reports',
  } as Record<string, string>,
  meaning: {
    plan: 'Steps that plan a campaign. What gets lost here is asked for again by itself.',
    batches: 'Groups of recipients to send to. What gets lost here is asked for again by itself.',
    notifications: 'Mails that programs asked for. Until they are sent back, nobody gets them.',
    'notifications-urgent':
      'Codes, account mail and what is of high priority. Until they are sent back, nobody gets them.',
    feedback:
      'What SES said of mails: deliveries, bounces, complaints. Until they are sent back, the figures lack them.',
  } as Record<string, string>,
  waiting: (n: number) => (n === 0 ? 'none' : count(n)),
  summary: (n: number, oldest: string | null) =>
    `About ${messages(n)}${oldest === null ? '' : `, the oldest known since ${moment(oldest)}`}`,
  some: (shown: number, all: number) => `${count(shown)} of about ${count(all)} are shown; a queue never shows all.`,
  none: 'Nothing is parked here',
  noneDetail: 'Every message of this queue was processed, or is still being tried.',
  unknownCause: 'The cause is not known: whoever worked on it ended without a word.',
  tries: (n: number) => (n === 1 ? '1 failed try was noted' : `${count(n)} failed tries were noted`),
  first: (at: string) => `Put into its queue ${moment(at)}`,
  last: (at: string) => `failed last ${moment(at)}`,
  body: 'Show the message',
  hideBody: 'Hide the message',
  cut: 'It is longer than this; its beginning is shown.',
  bodyOf: (id: string) => `The message ${id}`,

  redrive: 'Send back',
  redriveAll: 'Send all back',
  redriveTitle: (queue: string) => `Send all of “${queue}” back?`,
  redriveText: (n: number) =>
    `About ${messages(n)} will be tried again. Those whose cause is not mended come back here after five tries. To process one twice changes nothing.`,
  redriveYes: 'Send all back',
  moving: (moved: number, of: number | null) =>
    of === null ? `${count(moved)} went back so far` : `${count(moved)} of about ${count(of)} went back so far`,
  moved: (moved: number, at: string) => `The last time, ${moment(at)}, ${messages(moved)} went back.`,
  moveFailed: (why: string) => `Sending back ended before its time: ${why}`,

  discard: 'Discard',
  discardTitle: 'Discard this message?',
  discardText:
    'Nobody will process it any more. It is kept among the discarded for a year, with your name and the reason.',
  reason: 'Why',
  reasonHint: 'For whoever asks later. For example: a test of ours.',

  discarded: 'Discarded',
  noneDiscarded: 'Nothing was discarded',
  noneDiscardedDetail: 'What somebody gives up is kept here, with who did it and why.',
  discardedBy: (by: string, reason: string) => `${by}: ${reason}`,
};

/** The words for what somebody must look at. */
export const alarms = {
  label: 'What needs somebody',
  count: (n: number) => (n === 1 ? 'One thing needs somebody' : `${count(n)} things need somebody`),
  since: (at: string) => `since ${moment(at)}`,
  look: 'Look',
  show: 'Show what',
  hide: 'Hide',
};
