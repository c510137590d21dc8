import { count, list, shortDuration } from './counting';

/** The words of the analyst's page. */
export const statistics = {
  title: 'Statistics',
  which: 'Which view',
  views: { overview: 'Overview', breakdown: 'Breakdown', matrix: 'Matrix', compare: 'Compare' },
  period: 'Period',
  days: (n: number) => `Last ${n} days`,
  file: 'Download as CSV',
  nothing: 'Nothing was sent in these days',
  nothingDetail: 'Take a longer period, or other mail.',
  rates: 'Rates',
  ratesHint:
    'Each rate has its own denominator. Where it is small, the range in which the true rate lies stands beside.',
  rate: {
    delivered: 'Delivered',
    bounced: 'Bounced for good',
    softBounced: 'Bounced for now',
    complained: 'Complained',
    opened: 'Opened',
    openedByHuman: 'Opened by people',
    clicked: 'Clicked',
    clickedByHuman: 'Clicked by people',
    unsubscribed: 'Unsubscribed',
  },
  of: (part: number, whole: number) => `${count(part)} of ${count(whole)}`,
  denominator: (rates: string[], of: string) => `${list(rates)}: of messages ${of}.`,
  range: (low: string, high: string) => `${low} to ${high}`,
  rangeHint: 'Between these lies the true rate, with 95% certainty.',
  value: 'Rate',
  share: 'Of what',
  interval: 'Between',
  bucket: 'Day by day or hour by hour',
  buckets: { day: 'Days', hour: 'Hours' },
  utc: 'Days and hours are UTC.',
  byPeople: (share: string) => `people ${share}`,
  late: (n: number) =>
    `${n === 1 ? 'One bounce' : `${count(n)} bounces`} came more than a day after SES had taken the message.`,
  machines: 'Programs open mail and follow links too; how often it was people stands beside.',

  times: {
    title: 'How fast notifications go',
    hint: 'From when each could go: what it waited for on purpose, such as its time or the end of the night, is left out.',
    nothing: 'No notification of these days has a time yet.',
    way: 'Until',
    ways: {
      queueWait: 'SES is asked',
      toAccepted: 'SES accepts it',
      toDelivered: 'The recipient’s server takes it',
    },
    half: 'Half within',
    most: '95% within',
    count: 'Notifications',
    of: (n: number) => (n === 1 ? 'of 1 notification' : `of ${count(n)} notifications`),
    pair: 'Half of them within the first time, 95% within the second.',
    both: (half: string, most: string) => (half === most ? half : `${half} / ${most}`),
    about: (millis: number) => shortDuration(millis),
    more: (millis: number) => `more than ${shortDuration(millis)}`,
  },

  breakdown: {
    title: 'Told apart',
    by: 'Told apart by',
    kinds: {
      domain: 'Recipient’s domain',
      provider: 'Mailbox provider',
      bounceType: 'Type of bounce',
      smtpStatus: 'SMTP status',
      topic: 'Topic',
      category: 'Category of notifications',
      template: 'Template',
      campaign: 'Campaign',
      stream: 'Campaigns and notifications',
    },
    key: 'Name',
    messages: 'Messages',
    bounces: 'Bounces',
    nothing: 'Nothing to tell apart in these days.',
  },

  matrix: {
    title: 'What the servers of each domain answered',
    hint: 'Messages by the SMTP status that came back; the darker, the more.',
    domain: 'Domain',
    nothing: 'No server gave an SMTP status in these days: nothing bounced.',
    table: 'Domains by SMTP statuses',
  },

  compare: {
    title: 'Campaigns at the same age',
    hint: 'Each as it stood so long after its launch: only so can a new one be held against an old one.',
    campaigns: 'Campaigns',
    choose: 'Choose up to ten',
    age: 'Age',
    ages: { 1: 'First hour', 24: 'One day', 72: 'Three days', 168: 'One week', 336: 'Two weeks' } as Record<
      number,
      string
    >,
    atAge: (hours: number) => (hours === 1 ? 'As of their first hour.' : `As of their first ${count(hours)} hours.`),
    nothing: 'Choose campaigns to hold them against each other.',
  },
};
