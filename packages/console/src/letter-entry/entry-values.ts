/** A letter on paper, a visit, a call: from what is typed to what is sent. Pure. */
import type { LetterEntryBody } from '@yichuang/contracts';
import type { FilePage } from '@yichuang/kernel/case';
import { missing, type Problems } from '../acts/act.ts';

/** How it came, in the order in which it comes most. */
export const CHANNELS = ['post', 'visit', 'phone', 'hotline', 'superior', 'counter'] as const;
type Channel = (typeof CHANNELS)[number];

export interface EntryValues {
  readonly channel: Channel;
  readonly itemCode: string;
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly title: string;
  readonly body: string;
  /** Id of a county, township or village. */
  readonly division: string;
  readonly place: string;
  readonly wish: string;
  readonly wantsPublic: '' | 'yes' | 'no';
  /** Of a letter by post: the day on which the office had it, `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly sourceNumber: string;
  readonly people: string;
  /** One in each line: name, then telephone. */
  readonly representatives: string;
  readonly accusedOrg: string;
  readonly accusedName: string;
  readonly pages: readonly FilePage[];
}

/** What stays from one letter to the next: a pile is of one kind. */
export function newEntry(
  kept: Partial<Pick<EntryValues, 'channel' | 'itemCode' | 'receivedOn'>> = {},
): EntryValues {
  return {
    channel: 'post',
    itemCode: '',
    name: '',
    phone: '',
    idNumber: '',
    title: '',
    body: '',
    division: '',
    place: '',
    wish: '',
    wantsPublic: '',
    receivedOn: '',
    sourceNumber: '',
    people: '',
    representatives: '',
    accusedOrg: '',
    accusedName: '',
    pages: [],
    ...kept,
  };
}

export function hasReceivedDay({ channel }: EntryValues): boolean {
  return channel === 'post' || channel === 'superior' || channel === 'hotline';
}

export function hasSourceNumber({ channel }: EntryValues): boolean {
  return channel === 'hotline' || channel === 'superior';
}

const SHORTEST = { title: 2, body: 4 } as const;
/** @basis 信访工作条例 第二十条: 多人共同提出信访事项的，应当推选代表，代表人数不得超过5人。 */
const MOST_REPRESENTATIVES = 5;

export function entryProblems(values: EntryValues): Problems {
  const { itemCode, title, body, people } = values;
  const isWhole = /^[1-9]\d{0,5}$/.test(people.trim());
  const representatives = representativesOf(values);
  return {
    ...missing(itemCode === '', 'itemCode', 'entry.wayMissing'),
    ...missing(title.trim().length < SHORTEST.title, 'title', 'entry.titleMissing'),
    ...missing(body.trim().length < SHORTEST.body, 'body', 'entry.bodyMissing'),
    ...missing(people.trim() !== '' && !isWhole, 'people', 'entry.peopleWrong'),
    ...missing(
      representatives.length > MOST_REPRESENTATIVES,
      'representatives',
      'entry.tooManyRepresentatives',
    ),
  };
}

/** Only called without problems. */
export function toEntry(values: EntryValues): LetterEntryBody {
  const { channel, itemCode, receivedOn, people, pages } = values;
  const representatives = representativesOf(values);
  const { title, body, division, place, wish, wantsPublic, accusedOrg, accusedName } = values;
  const { name, phone, idNumber, sourceNumber } = trimmed(values);
  return {
    channel,
    itemCode,
    form: filled({ title, body, division, place, wish, wantsPublic, accusedOrg, accusedName }),
    sender: filled({ name, phone, idNumber }),
    ...(hasReceivedDay(values) && receivedOn !== '' ? { receivedOn } : {}),
    ...(hasSourceNumber(values) && sourceNumber !== '' ? { sourceNumber } : {}),
    ...(people.trim() === '' ? {} : { people: Number(people) }),
    ...(representatives.length === 0 ? {} : { representatives }),
    ...(pages.length === 0
      ? {}
      : { pages: pages.map((page) => ({ sha256: page.sha256, name: page.name })) }),
  };
}

function trimmed(values: EntryValues) {
  const { name, phone, idNumber, sourceNumber } = values;
  return {
    name: name.trim(),
    phone: phone.trim(),
    idNumber: idNumber.trim(),
    sourceNumber: sourceNumber.trim(),
  };
}

/** Without what was left empty. */
function filled(fields: Readonly<Record<string, string>>): Record<string, string> {
  const set = Object.entries(fields)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return Object.fromEntries(set);
}

function representativesOf({ representatives }: EntryValues) {
  return representatives
    .split('\n')
    .map((line) => /^(.*?)[\s,，:：]*([\d-]{7,20})?$/.exec(line.trim()))
    .flatMap((parts) => {
      const [, name = '', phone] = parts ?? [];
      if (name === '') return [];
      return [{ name, ...(phone === undefined ? {} : { phone }) }];
    });
}
