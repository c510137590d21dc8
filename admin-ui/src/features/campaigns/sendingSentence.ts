import type { Campaign } from '@/api/types';
import { decimal, duration } from '@/words/counting';
import { words } from '@/words/en';
import { type Draft, usualTopic } from './useCampaignDraft';

type Sending = Pick<Draft, 'topic'> &
  Pick<Campaign['settings'], 'holdSeconds' | 'spreadSeconds' | 'perSecond' | 'unknownPolicy'>;

/** How a campaign is sent, as far as it is not as usual. */
export function sendingSentence({ topic, holdSeconds, spreadSeconds, perSecond, unknownPolicy }: Sending): string {
  const { parts, defaults, summary } = words.sending;
  const some = [
    topic.trim() !== '' && topic !== usualTopic && parts.topic(topic),
    holdSeconds !== null && holdSeconds > 0 && parts.hold(duration(holdSeconds)),
    spreadSeconds !== null && parts.spread(duration(spreadSeconds)),
    perSecond !== null && parts.limit(decimal(perSecond)),
    unknownPolicy === 'leave' && parts.leave,
  ].filter((part) => part !== false);
  const sentence = summary(some.length === 0 ? [defaults] : some);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
