import { readFileSync } from 'node:fs';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The visible seal of an organisation, as data. */
export interface SealImage {
  /** Runs along the arc; 2 to 26 characters. */
  readonly organisation: string;
  /** The straight line below the star: 行政审批专用章. Without it the seal is the organisation's own. */
  readonly line?: string | undefined;
  /** 42 when absent; special-purpose seals are commonly 40. */
  readonly diameterMm?: number | undefined;
}

const SOURCE = readFileSync(new URL('seal.typ', import.meta.url), 'utf8');

/**
 * Draws the round red seal: name along the arc, star, straight line; transparent elsewhere.
 *
 * The letters are outlines, so the SVG looks the same in a browser and in a PDF without any font,
 * and the text of a sealed document stays free of the seal's letters.
 * @basis 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定（国发〔1999〕25号）
 *   “印章……中央刊五角星……自左而右环行” — 县级政府部门的印章直径4.2厘米
 * @returns SVG, its size in the drawing is `diameterMm`
 * @throws RangeError for names or sizes that no seal has
 */
export function drawSealImage(compiler: NodeCompiler, seal: SealImage): string {
  const length = [...seal.organisation].length;
  if (length < 2 || length > 26) throw new RangeError('a seal bears 2 to 26 characters');
  const diameterMm = seal.diameterMm ?? 42;
  if (!(diameterMm >= 30 && diameterMm <= 60)) {
    throw new RangeError('a seal measures 30 to 60 mm');
  }
  const described = { organisation: seal.organisation, line: seal.line ?? null, diameterMm };
  return compiler.plainSvg({
    mainFileContent: SOURCE,
    inputs: { seal: JSON.stringify(described) },
  });
}
