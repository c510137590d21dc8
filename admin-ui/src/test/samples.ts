import type {
  Audience,
  Books,
  Campaign,
  CampaignStatistics,
  Contact,
  Forecast,
  Import,
  Session,
  Template,
} from '@/api/types';

const at = '2026-11-20T10:00:00Z';

export const session: Session = { email: 'ada@tidings.example', name: 'Ada', role: 'admin' };

export const books = (some: Partial<Books> = {}): Books => ({
  audience: 0,
  accepted: 0,
  skipped: 0,
  refused: 0,
  cancelled: 0,
  waiting: 0,
  unknown: 0,
  balanced: true,
  ...some,
});

export const audience = (some: Partial<Audience> = {}): Audience => ({
  id: 'a1',
  name: 'Customers',
  contacts: 1000,
  createdAt: at,
  ...some,
});

export const contact = (some: Partial<Contact> = {}): Contact => ({
  id: 'p1',
  email: 'grace@example.com',
  attributes: { firstName: 'Grace' },
  createdAt: at,
  ...some,
});

export const template = (some: Partial<Template> = {}): Template => ({
  id: 't1',
  version: 3,
  name: 'Spring',
  subject: 'Hello {{firstName}}',
  html: '<p>Hello {{firstName}}</p>',
  text: null,
  updatedAt: at,
  ...some,
});

export const campaign = (some: Partial<Campaign> = {}): Campaign => ({
  id: 'c1',
  name: 'Spring release',
  templateId: 't1',
  templateName: 'Spring',
  templateVersion: null,
  audienceId: 'a1',
  audienceName: 'Customers',
  sender: { name: 'Ada', email: 'ada@tidings.example' },
  topic: 'news',
  settings: {
    unknownPolicy: 'sendAgain',
    holdSeconds: 0,
    perSecond: null,
    weight: 10,
    spreadSeconds: null,
    guard: { bounceRate: null, complaintRate: null, minimumVolume: null },
  },
  state: 'draft',
  archived: false,
  pauseReason: null,
  pause: null,
  waitsFor: null,
  createdAt: at,
  schedule: null,
  launchedAt: null,
  holdUntil: null,
  finishedAt: null,
  launchedBy: null,
  limitPerSecond: null,
  allowed: ['edit', 'launch', 'schedule', 'speed', 'archive'],
  history: [],
  books: books(),
  ...some,
});

export const sending = (some: Partial<Campaign> = {}) =>
  campaign({ state: 'sending', templateVersion: 3, launchedAt: at, allowed: ['pause', 'cancel'], ...some });

export const statistics = (some: Partial<CampaignStatistics> = {}): CampaignStatistics => ({
  books: books(),
  delivered: 0,
  delayed: 0,
  bouncedPermanent: 0,
  bouncedTransient: 0,
  bouncedUndetermined: 0,
  suppressedBounces: 0,
  complained: 0,
  opened: 0,
  openedByHuman: 0,
  clicked: 0,
  clickedByHuman: 0,
  unsubscribed: 0,
  rejected: 0,
  renderingFailed: 0,
  messageFaults: 0,
  autoReplied: 0,
  rate: 13.8,
  allowedRate: 14,
  limit: { by: 'account', otherCampaigns: 0, slowedTo: null },
  endsAt: null,
  asOf: at,
  ...some,
});

export const finishedImport = (some: Partial<Import> = {}): Import => ({
  id: 'i1',
  audienceId: 'a1',
  fileName: 'people.csv',
  state: 'finished',
  rows: 3,
  imported: 2,
  rejected: 1,
  errors: [{ line: 3, field: 'email', message: 'This is not an address.' }],
  problem: null,
  startedAt: at,
  finishedAt: at,
  ...some,
});

export const preview = { subject: 'Hello Grace', html: '<p>Hello Grace</p>', text: 'Hello Grace', problems: [] };

export const quota = {
  maxPerSecond: 14,
  max24Hours: 50_000,
  sentLast24Hours: 0,
  notificationShare: 0.1,
  sandbox: false,
  sendingEnabled: true,
  slowdown: null,
  reputation: {
    bounces: { count: 0, of: 0, rate: 0, reviewAbove: 0.05, pauseAbove: 0.1, level: 'good' },
    complaints: { count: 0, of: 0, rate: 0, reviewAbove: 0.001, pauseAbove: 0.005, level: 'good' },
  },
  warnings: [],
};

export const forecast: Forecast = {
  recipients: 1000,
  startsAt: at,
  endsAt: '2026-11-20T10:01:19Z',
  perSecond: 12.6,
  limitedBy: 'account',
  quota: {
    max24Hours: 50_000,
    usedNow: 0,
    leftForCampaignsNow: 45_000,
    leftForCampaignsAtStart: 45_000,
    leftForCampaignsAfter: 44_000,
    fits: true,
    spentAt: null,
    goesOnAt: null,
  },
  collisions: [],
  paused: [],
  cost: { dollars: 0.12, parts: [] },
  assumptions: [],
};
