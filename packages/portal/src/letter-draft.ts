/**
 * A letter on its way through the pages. It lives in the forms' hidden fields and nowhere else:
 * who leaves has written nothing on our side, and no half-said complaint is ever stored.
 */
import type { LetterFilingBody, LetterWay } from '@yichuang/contracts';
import type { FilePage } from '@yichuang/kernel/case';
import { randomUUID } from 'node:crypto';
import { hidden } from './components/hidden-fields.ts';
import type { Html } from './html.ts';
import { keptPage } from './kept-page.ts';
import { choiceOf, wishNamed } from './notice-wish.ts';
import { keyIn, type PostedForm } from './posted-form.ts';

/**
 * How many may speak for many.
 *
 * @basis 信访工作条例 第二十条: 多人采用走访形式提出共同的信访事项的，应当推选代表，代表人数不得超过5人。
 */
export const mostRepresentatives = 5;

const letterFields: readonly string[] = [
  'body',
  'title',
  'itemCode',
  'division',
  'place',
  'demand',
  'wantsPublic',
  'accusedOrg',
  'accusedName',
  'manner',
  'senderName',
  'senderPhone',
  'notices',
  'senderMail',
  'people',
  'representatives',
];

export interface LetterDraft {
  /** Photos that went up are this letter's by it; see `LetterWriter`. */
  readonly token: string;
  /** Answers by field, trimmed; absent ones are ''. */
  readonly values: Readonly<Record<string, string>>;
  readonly pages: readonly FilePage[];
}

export function emptyLetter(values: Readonly<Record<string, string>> = {}): LetterDraft {
  return { token: randomUUID(), values, pages: [] };
}

export function readLetter(form: PostedForm, uploaded: readonly FilePage[] = []): LetterDraft {
  const values = letterFields.map((name) => [name, withPlainLines(form.text(name))] as const);
  const kept = form.all('kept').flatMap((text) => keptPage(text) ?? []);
  return {
    token: keyIn(form.text('token')),
    values: Object.fromEntries(values),
    pages: [...kept, ...uploaded],
  };
}

function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function valueOf(draft: LetterDraft, field: string): string {
  return draft.values[field] ?? '';
}

/** Everything that the page itself does not ask for; the token first, as files need it. */
export function hiddenLetter(draft: LetterDraft, asked: readonly string[]): readonly Html[] {
  const others = letterFields.filter((name) => !asked.includes(name));
  return [
    hidden('token', draft.token),
    ...others
      .filter((name) => valueOf(draft, name) !== '')
      .map((name) => hidden(name, valueOf(draft, name))),
    ...draft.pages.map((page) => hidden('kept', JSON.stringify(page))),
  ];
}

export interface Representative {
  readonly name: string;
  readonly phone: string;
}

/** One a line, the name first and then, if anything, the number: as people write such a list. */
export function representativesOf(draft: LetterDraft): readonly Representative[] {
  const lines = valueOf(draft, 'representatives').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [phone = ''] = /\+?[\d-]{7,20}$/.exec(line) ?? [];
      return { name: line.slice(0, line.length - phone.length).replace(endOfName, ''), phone };
    });
}

/** What stands between a name and a number. */
const endOfName = /[\s,:\uFF0C\u3001\uFF1A]+$/;

/** What is sent. Answers to questions that this way does not ask stay behind. */
export function filingBody(draft: LetterDraft, way: LetterWay): LetterFilingBody {
  const fields = [
    'title',
    'body',
    'division',
    'place',
    ...(way.kind === 'petition' ? ['demand'] : []),
    ...(way.isConfidential ? ['accusedOrg', 'accusedName'] : ['wantsPublic']),
  ];
  const given = fields.filter((name) => valueOf(draft, name) !== '');
  const representatives = representativesOf(draft).map(({ name, phone }) => ({
    name,
    ...(phone === '' ? {} : { phone }),
  }));
  const people = Number(valueOf(draft, 'people'));
  return {
    itemCode: way.itemCode,
    form: Object.fromEntries(given.map((name) => [name, valueOf(draft, name)])),
    ...(draft.pages.length === 0
      ? {}
      : { pages: draft.pages.map(({ sha256, name }) => ({ sha256, name })) }),
    ...(representatives.length === 0 ? {} : { representatives }),
    ...(people > 0 ? { people } : {}),
    ...(valueOf(draft, 'manner') === 'quick' ? { sender: quickSender(draft) } : {}),
    ...noticesOf(draft),
  };
}

/** Nothing where nothing was asked: then it is as usual. */
function noticesOf(draft: LetterDraft): Pick<LetterFilingBody, 'notices'> {
  const wish = wishNamed(valueOf(draft, 'notices'));
  if (wish === undefined) return {};
  const isQuick = valueOf(draft, 'manner') === 'quick';
  const hasPhone = !isQuick || valueOf(draft, 'senderPhone') !== '';
  return {
    notices: choiceOf(wish, valueOf(draft, 'senderMail'), { hasInbox: !isQuick, hasPhone }),
  };
}

function quickSender(draft: LetterDraft) {
  const [name, phone] = [valueOf(draft, 'senderName'), valueOf(draft, 'senderPhone')];
  return { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) };
}
