import type { ReviewReceipt } from '@yichuang/contracts';
import { levelFace } from '../../components/level-face.ts';
import { levelWord } from '../../components/level-word.ts';
import { trialBand, trialPrefix } from '../../components/trial-mark.ts';
import { html, type Html, type HtmlValue } from '../../html.ts';
import { countyName, type PageContext } from '../../page-context.ts';
import { levels } from './review-page.ts';

export interface ScreenData {
  readonly path: string;
  readonly orgName: string;
  readonly state: 'idle' | 'asking' | 'thanks' | 'staff';
  /** After whichever answer, so that nobody who glances at it can tell the bad ones. */
  readonly again?: ReviewReceipt['again'];
}

/**
 * On the citizen's side of a window: five faces as buttons, one touch. It loads itself again (the
 * route sends `Refresh`), so it needs no script and forgets whoever stood there.
 */
export function screenPage(ctx: PageContext, data: ScreenData): Html {
  const { t } = ctx;
  const { path, orgName, state, again } = data;
  const title = t(`review.screen.${state}`);
  return html`<!doctype html>
<html lang="${ctx.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${trialPrefix(ctx)}${title} · ${t('site.title', { county: countyName(ctx) })}</title>
<link rel="icon" href="${ctx.assets('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${ctx.assets('portal.css')}">
</head>
<body class="window-screen">
<a class="skip-link" href="#main">${t('site.skip')}</a>
${trialBand(ctx)}
<main id="main" tabindex="-1">
<p class="over-title">${orgName}</p>
<h1>${title}</h1>
${state === 'asking' && faces(ctx, path)}
<p class="lead">${t(`review.screen-text.${state}`)}</p>
${again !== undefined && wayBack(ctx, path, again)}
</main>
</body>
</html>`;
}

function wayBack(
  { t }: PageContext,
  path: string,
  { code, qrCode }: NonNullable<ScreenData['again']>,
): Html {
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`;
  return html`<img src="${picture}" alt="${t('review.again-picture')}" width="180" height="180">
<p class="code big">${code}</p>
<p><a class="button-quiet" href="${path}">${t('review.screen-done')}</a></p>`;
}

function faces({ t }: PageContext, path: string): HtmlValue {
  return html`<form action="${path}" method="post" class="screen-faces">
${levels.map(
  (level) => html`<button type="submit" name="level" value="${level}" class="level-${level}">
${levelFace(level)} <span>${levelWord(t, level)}</span></button>`,
)}
</form>`;
}
