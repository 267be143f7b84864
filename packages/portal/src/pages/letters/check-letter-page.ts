import type { LetterAdvice, LetterWay } from '@yichuang/contracts';
import { maskPhone } from '@yichuang/kernel/ids';
import { errorSummary } from '../../components/error-summary.ts';
import { facts } from '../../components/facts.ts';
import { hidden } from '../../components/hidden-fields.ts';
import { layout } from '../../components/layout.ts';
import { html, type Html, type HtmlValue } from '../../html.ts';
import { hiddenLetter, representativesOf, valueOf, type LetterDraft } from '../../letter-draft.ts';
import type { LetterStep } from '../../letter-problems.ts';
import type { Division } from '../../letter-services.ts';
import { wishNamed } from '../../notice-wish.ts';
import type { PageContext } from '../../page-context.ts';
import { elsewhere } from './advice-parts.ts';
import { letterStepsNav } from './letter-steps.ts';

export interface CheckLetterData {
  readonly draft: LetterDraft;
  readonly way: LetterWay;
  readonly divisions: readonly Division[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly advice: LetterAdvice | undefined;
  /** Made when the page is: sent twice it is one letter, changed and sent again it is another. */
  readonly idempotencyKey: string;
  readonly refusal?: string | undefined;
}

/** The letter as its reader will see it, and one button. */
export function checkLetterPage(ctx: PageContext, data: CheckLetterData): Html {
  const { t } = ctx;
  const { draft, way, refusal } = data;
  return layout(ctx, {
    title: t('write.step.check'),
    isWide: true,
    hasErrors: refusal !== undefined,
    main: html`
${errorSummary(ctx, refusal === undefined ? [] : [{ text: refusal }])}
<h1>${t('write.step.check')}</h1>
${letterStepsNav(ctx, 'check')}
<div class="letter-columns"><div>
<form action="/letters/write" method="post">
${hiddenLetter(draft, [])}${hidden('key', data.idempotencyKey)}
<div class="paper">
<div class="paper-head"><h2 class="letter-title">${valueOf(draft, 'title')}</h2>
${changeButton(ctx, 'questions', t('write.subject'))}</div>
<p class="letter-text">${valueOf(draft, 'body')}</p>
<p>${changeButton(ctx, 'say', t('write.step.say'))}</p>
${facts([...questionRows(ctx, data), ...senderRows(ctx, draft)])}
</div>
${way.isConfidential && html`<p class="notice">${t('write.secrecy-text')}</p>`}
<p>${t('write.promise', { limits: way.limits })}</p>
<div class="actions">
<button class="button" type="submit" formaction="/letters/write/send" data-once>${t(
      'write.send',
    )}</button>
<button class="button-quiet" type="submit" name="to" value="sender">${t('write.back')}</button>
</div>
</form></div>
<div class="letter-aside">${data.advice !== undefined && elsewhere(ctx, data.advice)}</div></div>`,
  });
}

/** A button of the form, so that everything goes along; a script's Enter never reaches it first. */
function changeButton({ t }: PageContext, to: LetterStep, what: string): Html {
  return html`<button class="button-link no-print" type="submit" name="to" value="${to}">${t(
    'filing.change',
  )}<span class="visually-hidden">${what}</span></button>`;
}

function questionRows(ctx: PageContext, data: CheckLetterData) {
  const { t } = ctx;
  const { draft, way, divisions, units } = data;
  const named = (list: readonly { id: string; name: string }[], field: string) =>
    list.find(({ id }) => id === valueOf(draft, field))?.name;
  const place = [placeName(divisions, valueOf(draft, 'division')), valueOf(draft, 'place')];
  const wantsPublic = valueOf(draft, 'wantsPublic');
  return [
    {
      name: t('letters.kind'),
      value: html`${way.name}`,
      action: changeButton(ctx, 'questions', t('letters.kind')),
    },
    row(t('write.where'), place.filter((part) => part !== '').join(' ')),
    way.kind === 'petition' && row(t('write.demand'), valueOf(draft, 'demand')),
    way.isConfidential && row(t('write.accused-org'), named(units, 'accusedOrg') ?? ''),
    way.isConfidential && row(t('write.accused-name'), valueOf(draft, 'accusedName')),
    !way.isConfidential && {
      name: t('write.public-short'),
      value:
        wantsPublic === 'yes'
          ? t('write.public-yes')
          : wantsPublic === 'no'
            ? t('write.public-no')
            : none(ctx),
    },
    draft.pages.length > 0 && {
      name: t('write.photos-short'),
      value: draft.pages.map(({ name }) => html`<span class="file-name">${name}</span> `),
    },
  ];
}

function senderRows(ctx: PageContext, draft: LetterDraft) {
  const { t, session } = ctx;
  const isQuick = valueOf(draft, 'manner') === 'quick';
  const phone = valueOf(draft, 'senderPhone');
  const quick = [valueOf(draft, 'senderName'), phone === '' ? '' : maskPhone(phone)];
  const who: HtmlValue = isQuick
    ? quick.filter((part) => part !== '').join(' ') || t('write.nameless')
    : session?.name || session?.phoneMasked;
  const others = representativesOf(draft).map(({ name }) => name);
  return [
    { name: t('write.sender'), value: who, action: changeButton(ctx, 'sender', t('write.sender')) },
    row(t('notices.how'), t(`notices.${wishNamed(valueOf(draft, 'notices')) ?? 'sms'}`)),
    row(t('write.people'), valueOf(draft, 'people')),
    row(t('write.representatives'), others.join(t('list.separator'))),
  ];
}

function row(name: string, value: string) {
  return value !== '' && { name, value: html`<span class="answer">${value}</span>` };
}

function none({ t }: PageContext): Html {
  return html`<span class="none">${t('answer.none')}</span>`;
}

/** "柳浦镇 兰岭社区": a village's own name says little to who does not live there. */
function placeName(divisions: readonly Division[], id: string): string {
  const found = divisions.find((each) => each.id === id);
  if (found === undefined) return '';
  const above = divisions.find((each) => each.id === found.parentId);
  const isClear = above === undefined || above.kind === 'county';
  return isClear || found.name.includes(above.name) ? found.name : `${above.name} ${found.name}`;
}
