import { count, people } from './counting';

/** The words for who gets no mail. */
export const suppressions = {
  title: 'Suppressions',
  views: { list: 'List', check: 'Check', files: 'Files', drift: 'SES’s list' },
  which: 'Which part',
  add: 'Stop mail to an address',
  search: 'An address, or how it begins',
  reason: 'Reason',
  anyReason: 'Any reason',
  scope: 'What is stopped',
  anyScope: 'Any scope',
  lifted: 'Also lifted ones',
  address: 'Address',
  since: 'Since',
  nothing: 'Mail goes to everybody',
  nothingDetail: 'Nobody is on the list. Bounces, complaints and unsubscribes put people on it by themselves.',
  noneFound: 'Nobody like this is on the list',
  noneFoundDetail: 'Look for less of the address, or for any reason.',
  emptyPage: 'None on this part of the list. There may be more further on.',
  showAll: 'Show all',
  reasons: {
    bounce: 'Bounced for good',
    complaint: 'Marked as spam',
    unsubscribed: 'Unsubscribed',
    providerList: 'On SES’s list',
    manual: 'Put there by hand',
    softBounces: 'Bounced for now, again and again',
  } as Record<string, string>,
  scopes: { everything: 'All mail', marketing: 'All campaigns' } as Record<string, string>,
  topic: (topic: string) => `Campaigns about ${topic}`,
  until: (time: string) => `until ${time}`,
  free: 'Mail goes through.',
  open: (email: string) => `Everything about ${email}`,

  entry: {
    stops: 'What stops mail now',
    nothing: 'Nothing: mail to this address goes through.',
    trail: 'What happened',
    lifted: (scope: string) => `Lifted: ${scope.toLowerCase()}`,
    by: (who: string, why: string) => `${who}: ${why}`,
    gone: 'This address was never on the list',
  },

  lift: {
    button: 'Let mail through again',
    title: (scope: string) => `Let mail through again: ${scope.toLowerCase()}?`,
    why: 'Why',
    whyHint: 'It stays readable, with your name. For example: she asked for it on the phone.',
    text: (email: string) => `The next mail to ${email} goes out. What was known stays readable.`,
    risk: {
      complaint:
        'This person marked your mail as spam. Another complaint costs reputation: lift it only if they asked you to.',
      bounce: 'The mailbox did not exist. Another bounce costs reputation: lift it only if you know that it does now.',
      unsubscribed: 'This person asked for no more mail. Lift it only if they asked you to.',
    } as Record<string, string>,
    everything: 'SES’s own list is told too.',
    yes: 'Let mail through',
  },

  adding: {
    title: 'Stop mail to an address',
    scope: 'What is stopped',
    topic: 'Topic',
    topicHint: 'As in the campaign, such as news.',
    oneTopic: 'Campaigns about one topic',
    note: 'Note',
    noteHint: 'For whoever asks later.',
    yes: 'Stop mail',
  },

  check: {
    title: 'Who may be written to?',
    field: 'Addresses',
    hint: 'Paste up to 1,000, one a line or with commas between.',
    topic: 'Topic of the campaign',
    topicHint: 'Left empty: a campaign of any topic.',
    button: (n: number) => (n === 0 ? 'Check' : n === 1 ? 'Check 1 address' : `Check ${count(n)} addresses`),
    tooMany: (n: number) => `These are ${count(n)} addresses; 1,000 can be checked at once.`,
    result: (allowed: number, all: number) => `${people(allowed)} of ${count(all)} may be written to.`,
    stopped: 'Who may not, and why',
    allFree: 'Nothing speaks against any of them.',
  },

  files: {
    import: 'Import a list',
    importHint:
      'A CSV file with a column email; scope, reason, since, expiresAt and note as far as you have them. Nobody is ever taken off the list by it.',
    export: 'Export',
    exportHint: 'Everybody to whom mail is stopped now, as a CSV file that can be imported again.',
    download: 'Download suppressions.csv',
    done: (added: number, already: number) =>
      `${people(added)} added, ${count(already)} ${already === 1 ? 'was' : 'were'} on the list already.`,
  },

  drift: {
    title: 'SES’s own list beside this one',
    hint: 'SES keeps a list for the account. Whoever is on one and not on the other is shown here.',
    direction: 'Which difference',
    directions: { missingHere: 'On SES’s list only', missingAtSes: 'On this list only' },
    meaning: {
      missingHere: 'Tidings would send to them; SES would take the mail, charge for it, and not deliver it.',
      missingAtSes: 'Tidings does not write to them; another program on this account would.',
    },
    none: 'No difference: the lists agree.',
    lifted: 'lifted here by somebody',
    mend: { missingHere: 'Add them to this list', missingAtSes: 'Add them to SES’s list' },
    mended: (n: number) => (n === 0 ? 'There was nothing to mend.' : `${people(n)} added.`),
    again: 'There are more: go on.',
  },
};
