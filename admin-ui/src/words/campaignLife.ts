import { count, list, people } from './counting';

/** The words for when and how fast a campaign goes out, and for what can be done to it. */
export const campaignLife = {
  sending: {
    advanced: 'How it is sent',
    show: 'Change how it is sent',
    hide: 'Hide',
    defaults: 'at once, as fast as the account allows',
    topic: 'Topic',
    topicHint: 'What the mail is about, such as news or offers. Who unsubscribes, unsubscribes from this.',
    hold: 'Hold after the launch',
    holdHint: 'As long as it lasts, the launch can be taken back whole.',
    noHold: 'No hold',
    perSecond: 'Speed limit',
    perSecondHint: 'Messages per second. Left empty, only the account’s rate counts.',
    noLimit: 'No limit of its own',
    weight: 'Share of the rate',
    weightHint: 'Beside other campaigns that send at the same time.',
    weights: { low: 'Lower (5)', normal: 'Normal (10)', high: 'Higher (30)', other: (n: number) => `Weight ${n}` },
    spread: 'Spread over',
    spreadHint: 'Evenly, so that answers and visits do not come all at once.',
    noSpread: 'As fast as allowed',
    unknown: 'If SES never reports on a message',
    unknownHint: 'Seldom, after a crash or a timeout. Sent again, a person may get it twice; left, perhaps not at all.',
    unknowns: { sendAgain: 'Send it again', leave: 'Leave it' },
    guard: 'It pauses by itself',
    bounceRate: 'Bounces above',
    complaintRate: 'Complaints above',
    minimumVolume: 'Once accepted',
    guardDefault: 'default',
    percent:
      'Permanent bounces and complaints, in percent of the accepted, once so many were accepted. Left empty, the installation’s own limits count.',
    summary: (parts: string[]) => `${list(parts)}.`,
    parts: {
      topic: (topic: string) => `topic “${topic}”`,
      hold: (time: string) => `held for ${time}`,
      spread: (time: string) => `spread over ${time}`,
      limit: (rate: string) => `at most ${rate} messages per second`,
      leave: 'what stays unknown is left alone',
    },
  },

  schedule: {
    button: 'Schedule',
    change: 'Change the time',
    title: 'When is it to go out?',
    at: 'Date and time',
    zone: 'Time zone',
    zoneHint: 'The time is as clocks there will show it.',
    yes: 'Schedule',
    incomplete: 'Choose a date and a time.',
    noSuchTime: (zone: string) =>
      `Clocks in ${zone} skip this time: they are set forward then. Choose one before or after.`,
    passed: (zone: string) => `This has passed in ${zone}. Choose a later time, or send it now.`,
    means: (when: string, zone: string, fromNow: string) => `That is ${when} in ${zone}, ${fromNow} from now.`,
    here: (when: string) => `Here it will be ${when}.`,
    frozen:
      'Audience and template are taken as they are at that time. Until then you can change the time or unschedule it.',
    notice: (when: string, zone: string) => `It goes out on ${when}, ${zone}.`,
    fromNow: (time: string) => `That is in ${time}.`,
    now: 'That is now: it is being launched.',
    by: (who: string) => `Scheduled by ${who}.`,
    audience: (n: number, audience: string) => `${people(n)} are in the audience “${audience}” now.`,
  },

  held: {
    title: (left: string) => `Held: the first message goes out in ${left}`,
    text: 'Nobody has it yet. Taken back, it is a draft again as if nothing had happened.',
  },

  speed: {
    own: 'Speed limit',
    ownNone: 'none of its own',
    allowed: (why: string) => `messages per second: ${why}`,
    limit: {
      account: () => 'that is what SES allows the account',
      ownLimit: () => 'that is its own speed limit',
      spreading: () => 'that is how it is spread',
      otherCampaigns: (others: number) =>
        `its share beside ${others === 1 ? 'another campaign' : `${count(others)} other campaigns`}`,
      throttling: () => 'SES takes less than it says just now',
    },
    slowed: (part: string) => `The account goes at ${part} of its rate, for SES throttled it.`,
    change: 'Change',
    title: 'Speed limit of this campaign',
    hint: 'It acts within two seconds, and takes the place of spreading.',
    field: 'Messages per second',
    set: 'Set the limit',
    lift: 'Lift the limit',
  },

  retry: {
    button: 'Send to those missed',
    title: 'Send to those who were missed?',
    refused: (n: number) =>
      n === 0
        ? 'Nobody was refused for a reason that may have passed.'
        : `${people(n)} whom SES refused for a reason that may have passed get it.`,
    unknown: (n: number) => `Also ${people(n)} left unknown`,
    unknownHint: 'They may have it already, and would get it twice.',
    newcomers: (n: number) => `Also ${people(n)} who joined the audience since`,
    newcomersHint: 'They have not got it.',
    nobody: 'Nobody was missed: there is nobody to send to.',
    never: 'Whoever’s mail SES accepted does not get it again.',
    yes: (n: number) => `Send to ${people(n)}`,
    choose: 'Choose whom to send to',
  },

  history: {
    title: 'History',
    none: 'Nothing was done to it yet.',
    last: 'The last 50 steps.',
    by: (who: string) => `by ${who}`,
  },

  more: { label: 'More', duplicate: 'Duplicate', archive: 'Archive', unarchive: 'Bring back from the archive' },

  paused: {
    title: 'Why it is paused',
    waitsTitle: 'Why it goes no further just now',
    byItself: 'It goes on by itself.',
    said: (answer: string) => `SES said: ${answer}`,
    figures: 'The figures',
    acknowledge: 'I have seen the figures and want to go on',
    acknowledgeHint: 'From here on only what happens after now is judged.',
  },

  guard: {
    sentence: {
      bounces: (n: string, of: string, rate: string) => `${n} of ${of} messages bounced for good: ${rate}.`,
      complaints: (n: string, of: string, rate: string) => `${n} of ${of} messages were marked as spam: ${rate}.`,
    },
    certainty: (bound: string, limit: string) =>
      `The true rate is above ${bound}, almost certainly. The limit is ${limit}.`,
    where: 'Where most of them were',
    domain: 'Domain',
    bounces: 'Bounces',
    complaints: 'Complaints',
    examples: 'Some of them',
  },

  forecast: {
    rate: (rate: string, why: string) => `It begins with ${rate} messages per second: ${why}.`,
    limitedBy: {
      account: 'that is what the account has for campaigns',
      ownLimit: 'that is its own speed limit',
      spreading: 'that is how it is spread',
      otherCampaigns: 'other campaigns send at the same time',
      quota: 'the quota of 24 hours is used up, and no faster does it come back',
    },
    ends: (time: string, took: string) => `The last message goes out at about ${time}, after ${took}.`,
    endless: 'At this speed it is not over within 60 days.',
    beside: (names: string[]) =>
      `At the same time ${list(names.map((name) => `“${name}”`))} ${names.length === 1 ? 'is' : 'are'} sent.`,
    paused: (names: string[]) =>
      names.length === 1
        ? `“${names[0]}” is paused; it would share the rate if it were resumed.`
        : `${list(names.map((name) => `“${name}”`))} are paused; each would share the rate if it were resumed.`,
    used: (used: number, most: number) => `Of the quota of 24 hours ${count(used)} of ${count(most)} are used now.`,
    leftAtStart: (n: number) => `When it starts, campaigns may send ${count(n)} in 24 hours.`,
    left: (n: number) => `Afterwards campaigns may send ${count(n)} more in these 24 hours.`,
    cost: (sum: string) => `SES and what goes with it cost about ${sum}.`,
    spent: (time: string) => `That will be at about ${time}.`,
    goesOn: (time: string) => `It goes on at about ${time}.`,
    reckoning: 'Working out how it will go.',
    missing: 'How fast it will go is not known at this moment.',
  },

  file: { people: 'Download all as CSV' },

  filter: {
    state: 'Filter by state',
    all: 'All states',
    archived: 'Archived',
    none: 'No campaign is like this',
    noneDetail: 'Take another state, or look among the archived ones.',
    reset: 'Show all',
  },
};
