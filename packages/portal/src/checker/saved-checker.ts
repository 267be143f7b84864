import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trialBand, trialPrefix } from '../components/trial-mark.ts';
import { html, raw, type Html } from '../html.ts';
import { countyName, type PageContext } from '../page-context.ts';
import { bundleModules } from './bundle-modules.ts';
import { checkerForm } from './checker-form.ts';

const assets = join(import.meta.dirname, '../../assets');

/** The checker's script in one piece, with the kernel's code in it. Made once, at the start. */
export const checkerScript = bundleModules(join(assets, 'verify-page.js'));
const style = readFileSync(join(assets, 'checker.css'), 'utf8');
if (/<\/(?:script|style)/i.test(checkerScript + style)) {
  throw new Error('the checker would end its own element');
}

/** Nothing but its own script runs, and nothing is loaded or sent: the browser sees to it. */
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hashOf(checkerScript)}'`,
  `style-src 'sha256-${hashOf(style)}'`,
  "form-action 'none'",
].join('; ');

/**
 * The checker as one file that works from a disk with the network off. Whoever keeps it needs no
 * site any more to check a receipt, and can read all that it does.
 *
 * @param receipt already inside, as text
 */
export function savedChecker(ctx: PageContext, receipt?: string): Html {
  const { t } = ctx;
  const county = countyName(ctx);
  const start = receipt === undefined ? {} : { receipt };
  return html`<!doctype html>
<html lang="${ctx.locale}"${ctx.isElder && html` class="elder"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${trialPrefix(ctx)}${t('verify.title')} · ${county}</title>
<style>${raw(style)}</style>
</head>
<body>
${trialBand(ctx)}
<header><p>${county}</p><p>${t('verify.own-copy')}</p></header>
<main>
<h1>${t('verify.title')}</h1>
<p class="lead">${t('verify.lead')}</p>
<noscript><p class="notice">${t('verify.no-script')}
<code>yichuang ledger verify --receipt FILE</code></p></noscript>
${checkerForm(ctx, start)}
${whatItProves(ctx)}
</main>
<script>${raw(checkerScript)}</script>
</body>
</html>
`;
}

export function whatItProves({ t }: PageContext): Html {
  return html`<h2>${t('verify.what')}</h2>
<p>${t('verify.what-text')}</p>
<p>${t('verify.what-not')}</p>`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
