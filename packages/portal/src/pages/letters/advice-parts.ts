/** What the county proposes while somebody writes. Nothing here acts by itself. */
import type { LetterAdvice, LetterWay } from '@yichuang/contracts';
import { html, type Html, type HtmlValue } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { plainDay } from '../../texts/dates.ts';
import { basisText } from '../item-page.ts';

/** Beside the text: what may answer it already, where it may belong, and one's own letters. */
export function adviceParts(ctx: PageContext, advice: LetterAdvice | undefined): HtmlValue {
  if (advice === undefined) return undefined;
  return [elsewhere(ctx, advice), ownLetters(ctx, advice), similarAnswers(ctx, advice)];
}

/** Answers that the public may read; a new window, so that the letter stays. */
export function similarAnswers(ctx: PageContext, { similar }: LetterAdvice): Html | false {
  if (similar.length === 0) return false;
  const { t } = ctx;
  return html`<section class="advice" aria-labelledby="similar">
<h2 id="similar">${t('advice.similar')}</h2>
<ul class="plain-list">${similar.slice(0, 3).map(
    (each) => html`<li class="advice-item"><a href="/letters/${encodeURIComponent(each.number)}"
 target="_blank" rel="noopener">${each.title}</a>
<p>${each.excerpt}</p>
<p class="hint">${
      each.answeredOn !== undefined && t('advice.answered', { day: plainDay(t, each.answeredOn) })
    } ${whyText(ctx, each.why)}</p></li>`,
  )}</ul></section>`;
}

/** The law leads some matters elsewhere; who wants to write here all the same may. */
export function elsewhere(ctx: PageContext, { elsewhere: others }: LetterAdvice): Html | false {
  if (others.length === 0) return false;
  const { t } = ctx;
  return html`<section class="advice notice notice-attention" aria-labelledby="elsewhere">
<h2 id="elsewhere">${t('advice.elsewhere')}</h2>
${others.map(
  (each) => html`<p><strong>${each.name}</strong>${t('list.colon')}${each.goTo}</p>
<p class="hint">${t('advice.basis', { basis: basisText(each.basis) })} ${whyText(
    ctx,
    each.why,
  )}</p>`,
)}
<p>${t('advice.go-on')}</p></section>`;
}

function ownLetters(ctx: PageContext, { own }: LetterAdvice): Html | false {
  if (own.length === 0) return false;
  const { t } = ctx;
  return html`<section class="advice notice" aria-labelledby="own">
<h2 id="own">${t('advice.own')}</h2>
<ul>${own.map((each) => html`<li>${each.title} <span class="code">${each.number}</span></li>`)}</ul>
<p>${t('advice.own-hint')} <a href="/my" target="_blank" rel="noopener">${t('nav.my')}</a></p>
</section>`;
}

/** Why it was found: a suggestion without a reason is a guess. */
export function whyText({ t }: PageContext, why: readonly string[]): string {
  return why.length === 0 ? '' : t('advice.why', { words: why.join(t('list.separator')) });
}

/** Ways that the system proposes come first, each with why; the others follow in their order. */
export function orderedWays(
  ways: readonly LetterWay[],
  advice: LetterAdvice | undefined,
): readonly { readonly way: LetterWay; readonly why?: readonly string[] }[] {
  const proposed = (advice?.ways ?? []).flatMap(({ itemCode, why }) => {
    const way = ways.find((each) => each.itemCode === itemCode);
    return way === undefined ? [] : [{ way, why }];
  });
  const codes = new Set(proposed.map(({ way }) => way.itemCode));
  const others = ways.filter(({ itemCode }) => !codes.has(itemCode)).map((way) => ({ way }));
  return [...proposed, ...others];
}
