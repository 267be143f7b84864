import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentData } from './check-template-data.ts';

const PACKS = fileURLToPath(new URL('../../../../packs/', import.meta.url));

/** Templates of the demo pack, on which the tests of this folder run. */
export const TEMPLATES_DIR = join(PACKS, 'demo-county', 'templates');

/** Those of every shipped pack on top of it. */
export const OVERLAY_TEMPLATES: readonly string[] = readdirSync(PACKS)
  .map((pack) => join(PACKS, pack, 'templates'))
  .filter((folder) => folder !== TEMPLATES_DIR && existsSync(folder));

/** The shortest and the longest sensible data of a template, from its pack's `examples.json`. */
export interface TemplateExamples {
  readonly shortest: DocumentData;
  readonly longest: DocumentData;
}

export function readExamples(): Readonly<Record<string, TemplateExamples>> {
  const packs = [TEMPLATES_DIR, ...OVERLAY_TEMPLATES].map((folder) => {
    const text = readFileSync(join(folder, 'examples.json'), 'utf8');
    return JSON.parse(text) as Readonly<Record<string, TemplateExamples>>;
  });
  return Object.assign({}, ...packs) as Readonly<Record<string, TemplateExamples>>;
}

/** Throws when there is no such example, so that a test cannot pass on nothing. */
export function exampleOf(id: string, size: keyof TemplateExamples = 'shortest'): DocumentData {
  const examples = readExamples()[id];
  if (examples === undefined) throw new Error(`examples.json has no ${id}`);
  return examples[size];
}

/** Runs a program on a PDF, `{pdf}` among its arguments; what it prints on either stream. */
export function runOnPdf(program: string, args: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-document-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, pdf);
    const found = spawnSync(
      program,
      args.map((one) => (one === '{pdf}' ? path : one)),
      { encoding: 'utf8' },
    );
    if (found.error !== undefined) throw found.error;
    return found.stdout + found.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The text of a PDF in the order in which it was set, so that a table's cells stay whole, without
 * any white space: where lines break is the layout's business.
 */
export function textOf(pdf: Uint8Array): string {
  return runOnPdf('pdftotext', ['-q', '-raw', '{pdf}', '-'], pdf).replaceAll(/\s/g, '');
}
