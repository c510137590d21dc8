/**
 * The service's API, in the shape openapi-typescript gives it. Written by hand until the service's OpenAPI file is there;
 * `npm run api` then writes this file.
 */
export interface components {
  schemas: {
    Problem: {
      type?: string;
      title: string;
      status: number;
      detail?: string | null;
      errors?: components['schemas']['FieldError'][];
      /** With 409: the state the thing is in. */
      state?: string;
      /** With 409: what may be done to it instead. */
      allowed?: string[];
    };
    FieldError: { field: string; message: string };
    Session: { email: string; name: string; role: string };
    Credentials: { email: string; password: string };
    Template: {
      id: string;
      version: number;
      name: string;
      subject: string;
      html: string;
      text: string | null;
      updatedAt: string;
    };
    TemplateSummary: { id: string; version: number; name: string; subject: string; updatedAt: string };
    NewTemplate: { name: string; subject: string; html: string; text?: string | null };
    ChangedTemplate: { version: number; name: string; subject: string; html: string; text?: string | null };
    PreviewRequest: {
      subject: string;
      html: string;
      text?: string | null;
      contactId?: string | null;
      mergeFields?: { [key: string]: string };
    };
    Preview: {
      subject: string;
      html: string;
      text: string;
      missingFields: string[];
      problems: { field: string; line: number; message: string }[];
      email: string | null;
    };
    Audience: { id: string; name: string; contacts: number; createdAt: string };
    NewAudience: { name: string };
    Contact: { id: string; email: string; attributes: { [key: string]: string }; createdAt: string };
    Import: {
      id: string;
      audienceId: string;
      fileName: string;
      state: 'running' | 'finished' | 'failed';
      rows: number;
      imported: number;
      rejected: number;
      errors: { line: number; field: string; message: string }[];
      problem: string | null;
      startedAt: string;
      finishedAt: string | null;
    };
    Sender: { name: string; email: string };
    CampaignState: 'draft' | 'scheduled' | 'launching' | 'sending' | 'paused' | 'finished' | 'cancelled';
    Campaign: {
      id: string;
      name: string;
      templateId: string;
      templateName: string;
      templateVersion: number | null;
      audienceId: string;
      audienceName: string;
      sender: components['schemas']['Sender'];
      state: components['schemas']['CampaignState'];
      pauseReason: string | null;
      createdAt: string;
      launchedAt: string | null;
      finishedAt: string | null;
      launchedBy: string | null;
      allowed: ('launch' | 'pause' | 'resume' | 'cancel' | 'edit')[];
      books: components['schemas']['Books'];
    };
    CampaignDraft: { name: string; templateId: string; audienceId: string; sender: components['schemas']['Sender'] };
    Books: {
      audience: number;
      accepted: number;
      skipped: number;
      refused: number;
      cancelled: number;
      waiting: number;
      unknown: number;
      balanced: boolean;
    };
    CampaignStatistics: {
      books: components['schemas']['Books'];
      delivered: number;
      delayed: number;
      bouncedPermanent: number;
      bouncedTransient: number;
      bouncedUndetermined: number;
      suppressedBounces: number;
      complained: number;
      opened: number;
      clicked: number;
      unsubscribed: number;
      rejected: number;
      renderingFailed: number;
      autoReplied: number;
      rate: number;
      allowedRate: number | null;
      endsAt: string | null;
      asOf: string;
    };
    Message: {
      recipientId: string;
      email: string;
      outcome: string;
      why: string | null;
      facts: { kind: string; at: string; detail: string | null }[];
    };
    Counts: {
      accepted: number;
      delivered: number;
      bouncedPermanent: number;
      bouncedTransient: number;
      bouncedUndetermined: number;
      suppressedBounces: number;
      complained: number;
      opened: number;
      clicked: number;
      unsubscribed: number;
      skipped: number;
      refused: number;
      rejected: number;
      renderingFailed: number;
    };
    Ratio: { value: number | null; numerator: number; denominator: number; of: string };
    Stream: 'all' | 'campaigns' | 'notifications';
    Summary: {
      stream: components['schemas']['Stream'];
      from: string;
      to: string;
      counts: components['schemas']['Counts'];
      bounceRate: components['schemas']['Ratio'];
      complaintRate: components['schemas']['Ratio'];
    };
    Timeline: { bucket: 'day' | 'hour'; items: { at: string; counts: components['schemas']['Counts'] }[] };
    Quota: {
      maxPerSecond: number;
      max24Hours: number | null;
      sentLast24Hours: number;
      notificationShare: number;
      sandbox: boolean;
    };
  };
}
