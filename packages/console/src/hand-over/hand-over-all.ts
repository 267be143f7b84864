import type { HandOverReport } from '@yichuang/contracts';

/**
 * The same order until nothing is left: one request does a bounded number of acts. What failed is
 * tried again with each, so the last report names all that did not work.
 * @param onRound hears what has been done so far
 */
export async function handOverAll(
  send: () => Promise<HandOverReport>,
  onRound: (soFar: HandOverReport) => void,
): Promise<HandOverReport> {
  let handedOver = 0;
  for (;;) {
    const report = await send();
    handedOver += report.handedOver;
    const soFar = { ...report, handedOver };
    onRound(soFar);
    if (report.left === 0) return soFar;
  }
}
