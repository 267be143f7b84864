/** One page as a visitor would get it. */

export interface AskedPage {
  /** Absent where no answer came within the patience. */
  readonly status?: number;
  readonly ms: number;
  /** Of a page that was found, its HTML; else empty. */
  readonly html: string;
}

/** @basis 国办秘函〔2019〕19号: 每天间隔性访问20次以上, 超过15秒网站仍打不开的次数累计占比在5%以上 */
export const PATIENCE_MS = 15_000;
const MOST_HTML = 2_000_000;

export async function askPage(url: string): Promise<AskedPage> {
  const startedAt = performance.now();
  const since = (): number => Math.round(performance.now() - startedAt);
  try {
    const answer = await fetch(url, {
      redirect: 'follow',
      headers: { 'user-agent': 'yichuang-site-watch', accept: 'text/html' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const isHtml = answer.headers.get('content-type')?.includes('text/html') === true;
    if (!answer.ok || !isHtml) {
      await answer.body?.cancel();
      return { status: answer.status, ms: since(), html: '' };
    }
    const html = (await answer.text()).slice(0, MOST_HTML);
    return { status: answer.status, ms: since(), html };
  } catch {
    // Refused, cut off, or too slow: for a visitor it is all the same.
    return { ms: since(), html: '' };
  }
}
