import { hidden } from '../components/hidden-fields.ts';
import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

export interface Confirmation {
  readonly question: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly action: string;
  readonly back: string;
}

/** Asks once, in words; the button says the act and not "OK". */
export function confirmPage(ctx: PageContext, asked: Confirmation): Html {
  return layout(ctx, {
    title: asked.question,
    main: html`<h1>${asked.question}</h1><p>${asked.text}</p>
<form action="${asked.action}" method="post">${hidden('sure', 'yes')}
<div class="actions"><button class="button button-danger" type="submit">${asked.yes}</button>
<a class="button-quiet" href="${asked.back}">${asked.no}</a></div></form>`,
  });
}
