import { levelFace } from '../../components/level-face.ts';
import { levelWord } from '../../components/level-word.ts';
import { trialBand, trialPrefix } from '../../components/trial-mark.ts';
import { html, type Html, type HtmlValue } from '../../html.ts';
import { countyName, type PageContext } from '../../page-context.ts';
import { levels } from './review-page.ts';

export interface ScreenData {
  readonly path: string;
  readonly orgName: string;
  readonly state: 'idle' | 'asking' | 'thanks';
}

/**
 * On the citizen's side of a window: five faces as buttons, one touch. It loads itself again (the
 * route sends `Refresh`), so it needs no script and forgets whoever stood there.
 */
export function screenPage(ctx: PageContext, { path, orgName, state }: ScreenData): Html {
  const { t } = ctx;
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
</main>
</body>
</html>`;
}

function faces({ t }: PageContext, path: string): HtmlValue {
  return html`<form action="${path}" method="post" class="screen-faces">
${levels.map(
  (level) => html`<button type="submit" name="level" value="${level}" class="level-${level}">
${levelFace(level)} <span>${levelWord(t, level)}</span></button>`,
)}
</form>`;
}
