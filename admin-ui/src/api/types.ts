import type { components } from './schema';

type Schemas = components['schemas'];

export type Audience = Schemas['Audience'];
export type Books = Schemas['Books'];
export type Campaign = Schemas['Campaign'];
export type CampaignDraft = Schemas['CampaignDraft'];
export type CampaignSettings = Schemas['CampaignSettings'];
export type CampaignState = Campaign['state'];
export type CampaignStatistics = Schemas['CampaignStatistics'];
export type Contact = Schemas['Contact'];
export type Counts = Schemas['Counts'];
export type Credentials = Schemas['Credentials'];
export type Import = Schemas['Import'];
export type Message = Schemas['Message'];
export type Missed = Schemas['Missed'];
export type Preview = Schemas['Preview'];
export type PreviewRequest = Schemas['PreviewRequest'];
/** What went wrong may also come from a proxy, which says less. */
export type Problem = Pick<Schemas['Problem'], 'title' | 'status'> & Partial<Schemas['Problem']>;
export type Quota = Schemas['Quota'];
export type Ratio = Schemas['Ratio'];
export type Schedule = Schemas['Schedule'];
export type ScheduleRequest = Schemas['CampaignSchedule'];
export type Sender = Schemas['Sender'];
export type Session = Schemas['Session'];
export type Stream = 'all' | 'campaigns' | 'notifications';
export type Summary = Schemas['Summary'];
export type Template = Schemas['Template'];
export type TemplateContent = Schemas['NewTemplate'];
export type TemplateSummary = Schemas['TemplateSummary'];
export type Timeline = Schemas['Timeline'];
