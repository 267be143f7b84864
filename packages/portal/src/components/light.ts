import type { ClockView } from '@yichuang/contracts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

const shapes: Readonly<Record<ClockView['light'], string>> = {
  green: '●',
  yellow: '▲',
  red: '■',
  grey: '‖',
};

/** Shape, word and colour: none of the three is needed to understand it. */
export function light(ctx: PageContext, clock: Pick<ClockView, 'light' | 'stoppedAt'>): Html {
  const name = clock.light;
  const word = clock.stoppedAt === undefined ? ctx.t(`light.${name}`) : stopped(ctx, name);
  return html`<span class="light light-${name}"><span aria-hidden="true">${
    shapes[name]
  }</span> ${word}</span>`;
}

function stopped(ctx: PageContext, name: string): string {
  return name === 'red' ? ctx.t('light.stopped-late') : ctx.t('light.stopped');
}
