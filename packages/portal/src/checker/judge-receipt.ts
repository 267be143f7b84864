import {
  type PublishedRoots,
  readPublishedRoots,
  type ReceiptVerdict,
  type Sha256,
  verifyReceipt,
} from '@yichuang/kernel/ledger';

/**
 * Every sentence that the checker can end with. `own-day` and `own-head`: it leads to a root that
 * the reader brought; `site`: to one that this site lists; `unanchored`: nothing to compare with;
 * `elsewhere`: what the reader brought says nothing of that day.
 */
export const receiptVerdicts = [
  'own-day',
  'own-head',
  'site',
  'unanchored',
  'elsewhere',
  'unreadable',
  'not-yet',
  'malformed',
  'hash',
  'day',
  'inclusion',
  'log',
  'root',
  'copied',
] as const;
export type ReceiptVerdictName = (typeof receiptVerdicts)[number];

/** What is shown of a receipt, as far as it is there. */
export interface ReceiptFacts {
  readonly number?: string;
  readonly item?: string;
  /** An instant in UTC. */
  readonly at?: string;
  readonly day?: string;
  readonly root?: string;
  /** Of the log of days: how many days, and its root. */
  readonly headSize?: number;
  readonly headRoot?: string;
}

export interface ReceiptJudgement {
  readonly verdict: ReceiptVerdictName;
  readonly tone: 'good' | 'soon' | 'bad';
  readonly facts: ReceiptFacts;
  /** What was hashed; absent for what is no receipt. */
  readonly event?: unknown;
}

/**
 * Judges a receipt as text, with what the reader brought to compare it with. What the site itself
 * lists counts only where the reader brought nothing.
 */
export function judgeReceipt(
  receiptText: string,
  knownText: string,
  sha256: Sha256,
  site: PublishedRoots = {},
): ReceiptJudgement {
  const receipt = parsed(receiptText);
  const isGiven = knownText.trim() !== '';
  const own = isGiven ? readPublishedRoots(knownText) : undefined;
  const verdict = nameOf(verifyReceipt(receipt, sha256, own ?? site), {
    isGiven,
    isRead: own !== undefined,
  });
  const facts = verdict === 'malformed' ? {} : factsOf(receipt);
  const { event } = fieldsOf(receipt);
  const shown = verdict === 'malformed' || event === undefined ? {} : { event };
  return { verdict, tone: toneOf(verdict), facts, ...shown };
}

function nameOf(
  verdict: ReceiptVerdict,
  { isGiven, isRead }: { readonly isGiven: boolean; readonly isRead: boolean },
): ReceiptVerdictName {
  if (!verdict.ok) return verdict.problem;
  if (!verdict.isAnchored) return 'not-yet';
  if (isGiven && !isRead) return 'unreadable';
  if (verdict.published === undefined) return isGiven ? 'elsewhere' : 'unanchored';
  if (!isGiven) return 'site';
  return verdict.published === 'day' ? 'own-day' : 'own-head';
}

function toneOf(verdict: ReceiptVerdictName): ReceiptJudgement['tone'] {
  if (verdict === 'own-day' || verdict === 'own-head' || verdict === 'site') return 'good';
  const isOpen = ['unanchored', 'elsewhere', 'unreadable', 'not-yet'].includes(verdict);
  return isOpen ? 'soon' : 'bad';
}

/** Of a receipt that has its shape; its event may be of any kind. */
function factsOf(receipt: unknown): ReceiptFacts {
  const { event, inclusion } = fieldsOf(receipt);
  const { at, event: inner } = fieldsOf(event);
  const { number, itemName } = fieldsOf(inner);
  const { day, root, log } = fieldsOf(inclusion);
  const { size, root: headRoot } = fieldsOf(log);
  return {
    ...(typeof number === 'string' && { number }),
    ...(typeof itemName === 'string' && { item: itemName }),
    ...(typeof at === 'string' && { at }),
    ...(typeof day === 'string' && { day }),
    ...(typeof root === 'string' && { root }),
    ...(typeof size === 'number' && { headSize: size }),
    ...(typeof headRoot === 'string' && { headRoot }),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
