import { layout } from '../components/layout.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import type { DemoMessage } from '../services.ts';
import { fullTime, longDay } from '../texts/dates.ts';

/** What would have been sent by SMS or mail, had a provider been configured. */
export function messagesPage(ctx: PageContext, messages: readonly DemoMessage[]): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('demo.messages'),
    main: html`
<h1>${t('demo.messages')}</h1>
<p>${t('demo.messages-lead')}</p>
<form action="/demo/messages" method="get" class="inline-form">
<button class="button-quiet" type="submit">${t('demo.refresh')}</button></form>
${
  messages.length === 0
    ? html`<div class="empty"><p>${t('demo.messages-none')}</p></div>`
    : html`<ol class="messages">${messages.map((each) => messageItem(ctx, each))}</ol>`
}`,
  });
}

function messageItem({ t }: PageContext, each: DemoMessage): Html {
  const channel = t(`demo.channel-${each.channel}`);
  return html`<li class="message"><p class="hint"><span class="tag">${channel}</span>
${each.to} · <time datetime="${each.at}">${fullTime(t, each.at)}</time></p>
<p class="message-text">${withCode(each.text)}</p></li>`;
}

/** The log-in code stands out: it is what one comes for. */
function withCode(text: string): Html {
  const found = /(?<!\d)\d{6}(?!\d)/.exec(text);
  if (found === null) return html`${text}`;
  const end = found.index + found[0].length;
  const before = text.slice(0, found.index);
  return html`${before}<strong class="code big">${found[0]}</strong>${text.slice(end)}`;
}

const moves = [
  { move: 'hour', key: 'demo.move-hour', n: 1 },
  { move: 'days-1', key: 'demo.move-morning', n: 1 },
  { move: 'days-5', key: 'demo.move-days', n: 5 },
  { move: 'days-10', key: 'demo.move-days', n: 10 },
  { move: 'days-20', key: 'demo.move-days', n: 20 },
] as const;

/** The sandbox's clock, forward only: a case turns yellow and red before one's eyes. */
export function demoClockPage(ctx: PageContext): Html {
  const { t } = ctx;
  return layout(ctx, {
    title: t('demo.clock'),
    main: html`
<h1>${t('demo.clock')}</h1>
<p class="demo-now"><time datetime="${ctx.now}">${longDay(t, ctx.today)}<br>
<strong>${fullTime(t, ctx.now)}</strong></time></p>
<p>${t('demo.clock-lead')}</p>
<form action="/demo/clock" method="post" class="clock-moves">
${moves.map(
  ({ move, key, n }) =>
    html`<button class="button-quiet" type="submit" name="move" value="${move}">${t(key, {
      n,
    })}</button>`,
)}
</form>`,
  });
}
