import type { components } from './schema';

type Schemas = components['schemas'];

export type Audience = Schemas['Audience'];
export type Books = Schemas['Books'];
export type Campaign = Schemas['Campaign'];
/** What is left out stays as it is. */
export type CampaignDraft = Omit<Schemas['CampaignDraft'], 'topic' | 'settings'> &
  Partial<Pick<Schemas['CampaignDraft'], 'topic' | 'settings'>>;
export type CampaignState = Campaign['state'];
export type CampaignStatistics = Schemas['CampaignStatistics'];
export type Contact = Schemas['Contact'];
export type Counts = Schemas['Counts'];
export type Credentials = Schemas['Credentials'];
export type Import = Schemas['Import'];
export type Message = Schemas['Message'];
export type Preview = Schemas['Preview'];
export type PreviewRequest = Schemas['PreviewRequest'];
/** What went wrong may also come from a proxy, which says less. */
export type Problem = Pick<Schemas['Problem'], 'title' | 'status'> & Partial<Schemas['Problem']>;
export type Quota = Schemas['Quota'];
export type Ratio = Schemas['Ratio'];
export type Sender = Schemas['Sender'];
export type Session = Schemas['Session'];
export type Stream = 'all' | 'campaigns' | 'notifications';
export type Summary = Schemas['Summary'];
export type Template = Schemas['Template'];
export type TemplateContent = Schemas['NewTemplate'];
export type TemplateSummary = Schemas['TemplateSummary'];
export type Timeline = Schemas['Timeline'];

/** What a marketer may do to a campaign; what may not be done is not shown. */
export type Verb = Campaign['allowed'][number];
