import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { checkTemplateData } from './check-template-data.ts';
import type { DocumentData, TemplateProblem } from './check-template-data.ts';
import { shippedFontFolders } from './document-fonts.ts';
import { findMissingGlyphs } from './find-missing-glyphs.ts';
import { drawQrCode } from './qr-code.ts';
import { drawSealImage } from './seal-image.ts';
import type { SealImage } from './seal-image.ts';
import { readTemplateManifest } from './template-manifest.ts';
import type { TemplateEntry, TemplateManifest } from './template-manifest.ts';
import { readTemplateSources } from './template-sources.ts';
import { markedTemplate } from './trial-mark.messages.ts';

/** Turns data into documents. */
export interface DocumentRenderer {
  /** What can be rendered, and from which data. */
  manifest(): Promise<TemplateManifest>;
  /** Everything that is wrong with the data; empty when `render` will take it. */
  check(templateId: string, data: DocumentData): Promise<readonly TemplateProblem[]>;
  /** The document as PDF/A-2a. Throws DocumentDataError; Error when a template is broken. */
  render(templateId: string, data: DocumentData): Promise<Uint8Array>;
  /** The visible seal as SVG. */
  drawSeal(seal: SealImage): Promise<string>;
}

/** The data is not what the template asks for. */
export class DocumentDataError extends Error {
  override readonly name = 'DocumentDataError';
  readonly problems: readonly TemplateProblem[];

  constructor(templateId: string, problems: readonly TemplateProblem[]) {
    super(`${templateId}: ${problems.map((one) => `${one.path} ${one.message}`).join('; ')}`);
    this.problems = problems;
  }
}

/** Drawn seals kept ready, in number: a county has about a hundred organisations. */
const MAX_SEALS = 256;
/**
 * How often Typst lets go of what it laid out and has not used since, and how many such rounds
 * something may lie unused. Higher numbers gain no speed and cost a megabyte a document.
 */
const DOCUMENTS_PER_EVICTION = 4;
const ROUNDS_KEPT = 2;

/**
 * A renderer over the templates of a pack and of those on top of it.
 *
 * Typst runs inside the process, without a child or a file. Nothing is loaded before the first
 * document: that one takes about 0.3 s and 80 MB, later ones a few milliseconds.
 *
 * @param options.templatesDir holds `manifest.json` and `<id>.typ`
 * @param options.overlays folders of the same kind, whose templates may import `/base.typ` and
 *   whatever else lies in `templatesDir`
 * @param options.isTrial every page says across itself that it has no legal force
 * @param options.fonts folders with further typefaces, e.g. a licensed 仿宋
 */
export function createRenderer(options: {
  readonly templatesDir: string;
  readonly overlays?: readonly string[];
  readonly fonts?: readonly string[];
  readonly isTrial?: boolean;
}): DocumentRenderer {
  const overlays = options.overlays ?? [];
  const sources = readTemplateSources(options.templatesDir, overlays);
  const { workspace } = sources;
  let compiler: NodeCompiler | undefined;
  let manifest: Promise<TemplateManifest> | undefined;
  let rendered = 0;
  const sealPaths = new Map<string, string>();
  const theCompiler = (): NodeCompiler => {
    const fontPaths = [...shippedFontFolders(), ...(options.fonts ?? [])];
    if (compiler !== undefined) return compiler;
    compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
    for (const { path, content } of sources.laidIn) compiler.mapShadow(path, content);
    return compiler;
  };
  const theManifest = (): Promise<TemplateManifest> =>
    (manifest ??= readTemplateManifest(workspace, overlays));

  /** Path of the seal's drawing, below the workspace but in memory. */
  const placeSeal = (seal: SealImage): string => {
    const key = createHash('sha256').update(JSON.stringify(seal)).digest('hex').slice(0, 32);
    const known = sealPaths.get(key);
    if (known !== undefined) return known;
    const [oldest] = sealPaths;
    if (oldest !== undefined && sealPaths.size >= MAX_SEALS) {
      theCompiler().unmapShadow(join(workspace, oldest[1]));
      sealPaths.delete(oldest[0]);
    }
    const path = `/.drawn/${key}.svg`;
    theCompiler().mapShadow(join(workspace, path), Buffer.from(drawSealImage(theCompiler(), seal)));
    sealPaths.set(key, path);
    return path;
  };

  /** A template within the mark of a trial county; in memory, laid in at its first use. */
  const markedPaths = new Map<string, string>();
  const marked = (template: TemplateEntry): string => {
    const known = markedPaths.get(template.id);
    if (known !== undefined) return known;
    const path = join(workspace, '.trial', `${template.id}.typ`);
    const inside = `/${relative(workspace, sources.pathOf(template))}`;
    theCompiler().mapShadow(path, Buffer.from(markedTemplate(inside)));
    markedPaths.set(template.id, path);
    return path;
  };

  const check: DocumentRenderer['check'] = async (templateId, data) =>
    checkTemplateData(await theManifest(), templateId, data);

  return {
    manifest: theManifest,
    check,
    drawSeal: async (seal) => drawSealImage(theCompiler(), seal),
    async render(templateId, data) {
      const problems = await check(templateId, data);
      if (problems.length > 0) throw new DocumentDataError(templateId, problems);
      const inputs: Record<string, string> = {
        data: JSON.stringify(data),
        qr: drawQrCode(String(data['checkUrl'])),
      };
      if (isSeal(data['seal'])) inputs['seal'] = placeSeal(data['seal']);
      const template = (await theManifest()).templates.find(({ id }) => id === templateId);
      if (template === undefined) throw new Error(`${templateId} is in no manifest`);
      const mainFilePath = options.isTrial === true ? marked(template) : sources.pathOf(template);
      const pdf = printPdf(theCompiler(), { mainFilePath, inputs }, (said) => {
        const missing = findMissingGlyphs(said, data);
        if (missing.length > 0) throw new DocumentDataError(templateId, missing);
      });
      rendered += 1;
      if (rendered % DOCUMENTS_PER_EVICTION === 0) theCompiler().evictCache(ROUNDS_KEPT);
      return pdf;
    },
  };
}

/** PDF/A-2a: kept readable for as long as files are archived, tagged for screen readers. */
function printPdf(
  compiler: NodeCompiler,
  document: { mainFilePath: string; inputs: Record<string, string> },
  onRefusal: (said: string) => void,
): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2a' });
  } catch (error) {
    // The binding puts what Typst says into `code` and leaves the message empty.
    const said = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    onRefusal(said);
    throw new Error(`${document.mainFilePath}: ${said}`, { cause: error });
  }
}

/** The manifest has checked the shape; this tells the compiler so. */
function isSeal(seal: unknown): seal is SealImage {
  return typeof seal === 'object' && seal !== null && 'organisation' in seal;
}
