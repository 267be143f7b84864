import type { TopicReasons } from './letter-topic.ts';

/**
 * How hot a topic is: its letters, then who wrote and who voted, all the less the less its letters
 * are about one thing at one place.
 *
 *     heat = (letters + senders / 10 + log2(1 + votes) / 5) × √cohesion × (1 − 0.75 × elsewhere)
 *
 * Letters count most: one resident who writes ten times about one village has a matter that is ten
 * times unsolved. Votes count by their logarithm, since one link in a chat group brings a
 * thousand. A matter that many places have each by itself stays on the list, but below what one
 * place has much of. The period of the report is its recency: within it no day counts for more.
 */
export function topicHeat({ letters, senders, votes, cohesion, elsewhere }: Measured): number {
  const voices = letters + senders / 10 + Math.log2(1 + votes) / 5;
  return voices * Math.sqrt(cohesion) * (1 - 0.75 * elsewhere);
}

type Measured = Omit<TopicReasons, 'phrases'>;
