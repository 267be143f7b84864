import { describe, expect, it } from 'vitest';
import { createRenderer } from './render-document.ts';
import {
  exampleOf,
  OVERLAY_TEMPLATES,
  readExamples,
  runOnPdf,
  TEMPLATES_DIR,
  textOf,
} from './testing-documents.ts';

const renderer = createRenderer({
  templatesDir: TEMPLATES_DIR,
  overlays: OVERLAY_TEMPLATES,
  isTrial: true,
});
const plain = createRenderer({ templatesDir: TEMPLATES_DIR, overlays: OVERLAY_TEMPLATES });

describe('a document of a trial county', () => {
  it('says on every page that it has no legal force, whatever the template', async () => {
    for (const id of Object.keys(readExamples())) {
      const pdf = await renderer.render(id, exampleOf(id, 'longest'));
      const pages = Number(/Pages:\s+(\d+)/u.exec(runOnPdf('pdfinfo', ['{pdf}'], pdf))?.[1]);
      const marks = textOf(pdf).split('试运行仅供培训，不具有法律效力').length - 1;
      expect([id, marks]).toEqual([id, pages]);
    }
  });

  it('has the text and the pages that it would have outside', async () => {
    const data = exampleOf('construction-permit', 'longest');
    const real = textOf(await plain.render('construction-permit', data));
    const trial = textOf(await renderer.render('construction-permit', data));
    expect(real).not.toContain('试运行');
    expect(trial.replaceAll(/试运行仅供培训，不具有法律效力|试运行/gu, '')).toBe(real);
  });
});
