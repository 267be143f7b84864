import type { LetterView } from '@yichuang/contracts';
import type { FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import { actNamed, senderCommand, type SenderActName } from '../letter-acts.ts';
import type { LetterAccess, LetterServices } from '../letter-services.ts';
import type { PageContext } from '../page-context.ts';
import type { LetterDoor } from '../pages/letters/letter-door.ts';
import type { RefusedAct } from '../pages/letters/letter-page-data.ts';
import { letterPage } from '../pages/letters/letter-page.ts';
import { sendPage } from '../portal.ts';
import { keyIn, type PostedForm } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { PortalRefusal } from '../services.ts';

/** A letter that its sender has open, however they came to it. */
export interface OpenLetter {
  readonly ctx: PageContext;
  readonly access: LetterAccess;
  readonly door: LetterDoor;
  readonly view: LetterView;
}

/** Does it, or sends the page again with what was typed and what is wrong with it. */
export async function actOnLetter(
  letters: LetterServices,
  { ctx, access, door, view }: OpenLetter,
  form: PostedForm,
  reply: FastifyReply,
): Promise<{ readonly done?: SenderActName }> {
  const name = actNamed(form.text('act')) ?? notFound();
  const again = (problem: RefusedAct['problem'], status: number) => {
    const refused = { act: name, problem, typed: Object.fromEntries(form.pairs) };
    sendPage(reply, letterPage(ctx, { view, door, key: randomUUID(), refused }), status);
    return {};
  };
  const command = senderCommand(ctx, name, form);
  if ('field' in command) return again(command, 422);
  const done = await orRefusal(letters.actOnLetter(access, command, keyIn(form.text('key'))));
  if (!(done instanceof PortalRefusal)) return { done: name };
  return again({ text: refusalText(ctx, done) }, done.status);
}
