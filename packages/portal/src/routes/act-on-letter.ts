import type { LetterView } from '@yichuang/contracts';
import type { FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import { actNamed, senderCommand, type ActProblem, type LetterFormName } from '../letter-acts.ts';
import type { LetterAccess, LetterServices } from '../letter-services.ts';
import { asksForMail, choiceOf, isMailLike, wishNamed } from '../notice-wish.ts';
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

/** What was done; and, of a confirmation, the token that this browser keeps. */
interface Acted {
  readonly done?: LetterFormName;
  readonly confirmation?: string;
}

/** Does it, or sends the page again with what was typed and what is wrong with it. */
export async function actOnLetter(
  letters: LetterServices,
  open: OpenLetter,
  form: PostedForm,
  reply: FastifyReply,
): Promise<Acted> {
  const { ctx, door, view } = open;
  const name = actNamed(form.text('act')) ?? notFound();
  const again = (problem: RefusedAct['problem'], status: number) => {
    const refused = { act: name, problem, typed: Object.fromEntries(form.pairs) };
    sendPage(reply, letterPage(ctx, { view, door, key: randomUUID(), refused }), status);
    return {};
  };
  const work = workOf(letters, open, name, form);
  if ('field' in work) return again(work, 422);
  const done = await orRefusal(work.run());
  if (!(done instanceof PortalRefusal)) {
    return { done: name, ...(typeof done === 'string' ? { confirmation: done } : {}) };
  }
  const text = refusalText(ctx, done);
  return again(name === 'ConfirmSender' ? { field: 'code', text } : { text }, done.status);
}

interface Work {
  /** Of a confirmation its token. */
  run(): Promise<unknown>;
}

function workOf(
  letters: LetterServices,
  { ctx, access, view }: OpenLetter,
  name: LetterFormName,
  form: PostedForm,
): Work | ActProblem {
  const { t } = ctx;
  switch (name) {
    case 'SendCode':
      return { run: () => letters.sendLetterCode(access, ctx.locale) };
    case 'ConfirmSender': {
      const code = form.text('code');
      if (code === '') return { field: 'code', text: t('confirm.missing') };
      return { run: () => letters.confirmLetterSender(access, code) };
    }
    case 'ChooseNotices': {
      const wish = wishNamed(form.text('notices')) ?? 'none';
      const mail = form.text('senderMail');
      const isKept = mail === '' && view.notices.mail !== undefined;
      if (asksForMail(wish) && !isKept && !isMailLike(mail)) {
        return { field: 'senderMail', text: t('notices.mail-wrong') };
      }
      const { offered } = view.notices;
      const reach = { hasInbox: offered.includes('inbox'), hasPhone: offered.includes('sms') };
      return { run: () => letters.chooseLetterNotices(access, choiceOf(wish, mail, reach)) };
    }
    default: {
      const command = senderCommand(ctx, name, form);
      if ('field' in command) return command;
      return { run: () => letters.actOnLetter(access, command, keyIn(form.text('key'))) };
    }
  }
}
