import type { LetterWay } from '@yichuang/contracts';
import { errorSummary } from '../../components/error-summary.ts';
import { fieldId } from '../../components/field.ts';
import { layout } from '../../components/layout.ts';
import { attribute, flag, html, type Html } from '../../html.ts';
import { hiddenLetter, valueOf, type LetterDraft } from '../../letter-draft.ts';
import { longest, type LetterProblems } from '../../letter-problems.ts';
import type { PageContext } from '../../page-context.ts';
import { letterButtons, letterStepsNav } from './letter-steps.ts';

export interface WritePageData {
  readonly draft: LetterDraft;
  readonly problems: LetterProblems;
  /** Chosen before a word was written, e.g. by a link to "thank somebody". */
  readonly way?: LetterWay | undefined;
}

/** First say it: one large field, made for the keyboard's microphone as much as for keys. */
export function writePage(ctx: PageContext, { draft, problems, way }: WritePageData): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('write.title'),
    isWide: true,
    hasErrors: Object.keys(problems).length > 0,
    scripts: ['write-letter.js'],
    main: html`
${summaryOf(ctx, problems)}
<h1>${t('write.title')}</h1>
${letterStepsNav(ctx, 'say')}
${way !== undefined && html`<p class="lead">${way.name}${t('list.colon')}${way.limits}</p>`}
<div class="letter-columns"><div>
<form action="/letters/write" method="post" novalidate data-letter${flag(
      'data-private',
      way?.isConfidential === true,
    )}>
${hiddenLetter(draft, ['body'])}
${bodyField(ctx, draft, problems['body'])}
<p class="saved" data-draft-note hidden>${t('write.draft')}
<button class="button-link" type="button" data-draft-clear>${t('write.draft-clear')}</button></p>
${letterButtons(ctx, 'say')}
</form>
</div>
<div class="letter-aside">
<div data-advice aria-live="polite"></div>
${otherWays(ctx)}
</div></div>`,
  });
}

/**
 * `lang` lets the keyboard offer the right microphone; no capitals or underlining that would get
 * into the way of dictation.
 */
function bodyField({ t, locale }: PageContext, draft: LetterDraft, error?: string): Html {
  const id = fieldId('body');
  return html`<div class="field${error === undefined ? '' : ' field-bad'}">
<label class="big-label" for="${id}">${t('write.body')}</label>
<p class="hint" id="${id}-hint">${t('write.body-hint')}</p>
${
  error !== undefined &&
  html`<p class="field-error" id="${id}-error"><span class="visually-hidden">${t(
    'error.word',
  )}</span> ${error}</p>`
}
<textarea class="input letter-body" id="${id}" name="body" rows="10" maxlength="${longest.body}"
 lang="${locale}" autocapitalize="off" autocomplete="off" spellcheck="false"
 aria-describedby="${error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}"${attribute(
   'aria-invalid',
   error === undefined ? undefined : 'true',
 )}>
${valueOf(draft, 'body')}</textarea></div>`;
}

/** No account is needed, nor a keyboard. */
function otherWays({ t, county }: PageContext): Html {
  return html`<section class="aside-note" aria-labelledby="ways"><h2 id="ways">${t(
    'write.other-ways',
  )}</h2>
<ul class="conditions"><li>${t('write.no-account')}</li>
<li>${t('write.scribe')}</li>
<li>${t('write.call')} <a href="tel:${county.phone.replace(/[^\d+]/g, '')}">${county.phone}</a></li>
</ul>
<p><a href="/letters/mine">${t('write.to-mine')}</a></p>
<p><a href="/letters">${t('write.to-public')}</a></p></section>`;
}

export function summaryOf(ctx: PageContext, problems: LetterProblems): Html | undefined {
  return errorSummary(
    ctx,
    Object.entries(problems).map(([name, text]) =>
      name === '' ? { text } : { target: fieldId(name), text },
    ),
  );
}
