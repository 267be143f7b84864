/** A letter as one of its pages posts it: a plain form, or one with files. */
import type { FilePage } from '@yichuang/kernel/case';
import type { FastifyRequest } from 'fastify';
import { readLetter, type LetterDraft } from '../letter-draft.ts';
import type { LetterServices } from '../letter-services.ts';
import { readMultipart } from '../multipart.ts';
import type { PageContext } from '../page-context.ts';
import { visitorOf } from '../portal.ts';
import { PostedForm, postedForm } from '../posted-form.ts';
import { orRefusal, refusalText } from '../refusal-answer.ts';
import { PortalRefusal } from '../services.ts';

export interface PostedLetter {
  readonly form: PostedForm;
  readonly draft: LetterDraft;
  /** Why files did not go up; '' where all did. */
  readonly uploadError: string;
}

export async function readPostedLetter(
  letters: LetterServices,
  ctx: PageContext,
  request: FastifyRequest,
): Promise<PostedLetter> {
  const pairs: (readonly [string, string])[] = [];
  const uploaded: FilePage[] = [];
  const refused: string[] = [];
  await readMultipart(request, {
    field: (name, value) => void pairs.push([name, value]),
    async file({ name, stream }) {
      // Under the token alone: who sends it in the end, and as whom, is asked later.
      const { token, values } = readLetter(new PostedForm(pairs));
      const writer = { visitor: visitorOf(request), token };
      const itemCode = values['itemCode'] ?? '';
      const page = await orRefusal(letters.uploadForLetter(writer, itemCode, { name, stream }));
      if (page instanceof PortalRefusal) refused.push(`${name}：${refusalText(ctx, page)}`);
      else uploaded.push(page);
    },
  });
  const form = pairs.length === 0 ? postedForm(request) : new PostedForm(pairs);
  const draft = withoutDropped(readLetter(form, uploaded), form.text('drop'));
  return { form, draft, uploadError: refused.join(' ') };
}

function withoutDropped(draft: LetterDraft, drop: string): LetterDraft {
  if (drop === '') return draft;
  return { ...draft, pages: draft.pages.filter((_, i) => String(i) !== drop) };
}
