import { generateKeyPairSync, randomInt } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureSystem } from '../../../../tools/ensure-system.ts';
import { createRootAuthority, issueSealCertificate } from './certificate-authority.ts';
import { UnsupportedPdfError } from './pdf-structure.ts';
import { createRenderer } from './render-document.ts';
import { sealPdf } from './seal-pdf.ts';
import type { SealOptions } from './seal-pdf.ts';
import { createKeySigner } from './seal-signer.ts';
import { exampleOf, runOnPdf, TEMPLATES_DIR, textOf } from './testing-documents.ts';
import { verifySealedPdf } from './verify-sealed-pdf.ts';

const NOW = new Date('2026-11-22T01:00:00Z');
const AT = new Date('2026-11-22T02:30:15Z');
const ORGANISATION = '云溪县住房和城乡建设局';

const root = await createRootAuthority({ name: { organisation: '云溪县人民政府' }, now: NOW });
const own = await issueSealCertificate({
  authority: root,
  subject: { organisation: ORGANISATION, organisationCode: '11430000006122244L' },
  now: NOW,
});
const OPTIONS: SealOptions = {
  signer: createKeySigner(own),
  name: ORGANISATION,
  reason: '受理通知书',
  location: '云溪县',
  at: AT,
};
const rendered = await createRenderer({ templatesDir: TEMPLATES_DIR }).render(
  'acceptance-notice',
  exampleOf('acceptance-notice', 'longest'),
);
const sealed = await sealPdf(rendered, OPTIONS);

beforeAll(() => ensureSystem(['poppler-utils', 'libnss3-tools']), 900_000);

/** A certificate store as PDF readers have it, that trusts our root and nothing else. */
function trustStore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-trust-'));
  const certificate = join(folder, 'root.der');
  writeFileSync(certificate, root.certificate);
  spawnSync('certutil', ['-N', '-d', folder, '--empty-password']);
  const added = spawnSync('certutil', [
    '-A',
    '-d',
    folder,
    '-n',
    'root',
    '-t',
    'CT,C,C',
    '-i',
    certificate,
  ]);
  expect(added.status, String(added.stderr)).toBe(0);
  return folder;
}

describe('a sealed document', () => {
  it('is valid, trusted and whole for pdfsig, an independent program', () => {
    const said = runOnPdf('pdfsig', ['-nssdir', trustStore(), '{pdf}'], sealed);
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Certificate is Trusted.');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
    expect(said).toContain(`Signer Certificate Common Name: ${ORGANISATION}`);
  });

  it('is valid for the check page, which learns who sealed it and when', async () => {
    expect(await verifySealedPdf(sealed, [root.certificate])).toEqual({
      valid: true,
      problem: undefined,
      signer: ORGANISATION,
      at: AT,
      coversWholeFile: true,
    });
  });

  it('says the same as before it was sealed', () => {
    expect(textOf(sealed)).toBe(textOf(rendered));
    expect(Buffer.from(sealed.subarray(0, rendered.length)).equals(rendered)).toBe(true);
  });

  it('is invalid for pdfsig too when a byte of its text is changed', () => {
    const changed = Buffer.from(sealed);
    changed[5000] = (changed[5000] ?? 0) ^ 1;
    expect(runOnPdf('pdfsig', ['{pdf}'], changed)).toContain('Digest Mismatch');
  });

  it('is invalid when any one byte is changed to anything, wherever it stands', async () => {
    const seed = randomInt(2 ** 31); // printed by fast-check when a run fails
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (position, mask) => {
          const changed = Buffer.from(sealed);
          changed[position] = (changed[position] ?? 0) ^ mask;
          const { valid } = await verifySealedPdf(changed, [root.certificate]);
          expect(valid).toBe(false);
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('is invalid when any byte of the signature is changed, its padding included', async () => {
    const start = Buffer.from(sealed).lastIndexOf('/Contents <') + '/Contents <'.length;
    const end = Buffer.from(sealed).indexOf('>', start);
    for (let position = start; position < end; position += 23) {
      const changed = Buffer.from(sealed);
      changed[position] = changed[position] === 0x30 ? 0x31 : 0x30;
      const { valid } = await verifySealedPdf(changed, [root.certificate]);
      expect(valid, `byte ${position}`).toBe(false);
    }
  });

  it('is invalid when anything is added behind it or cut off', async () => {
    for (const other of [Buffer.concat([sealed, Buffer.from('\n')]), sealed.subarray(0, -1)]) {
      const verdict = await verifySealedPdf(other, [root.certificate]);
      expect(verdict).toMatchObject({ valid: false, problem: 'changed-after-sealing' });
    }
  });

  it('bears one seal: a second one is refused', async () => {
    await expect(sealPdf(sealed, OPTIONS)).rejects.toThrow(UnsupportedPdfError);
  });

  it('is untrusted under another root, and under none', async () => {
    const other = await createRootAuthority({ name: { organisation: ORGANISATION }, now: NOW });
    for (const anchors of [[other.certificate], []]) {
      const verdict = await verifySealedPdf(sealed, anchors);
      expect(verdict).toMatchObject({ valid: false, problem: 'untrusted-certificate' });
    }
  });

  it('is invalid when it was sealed outside the time of its certificate', async () => {
    for (const at of [new Date('2026-11-21T00:00:00Z'), new Date('2031-11-23T00:00:00Z')]) {
      const verdict = await verifySealedPdf(await sealPdf(rendered, { ...OPTIONS, at }), [
        root.certificate,
      ]);
      expect(verdict).toMatchObject({ valid: false, problem: 'certificate-not-valid-then' });
    }
  });

  it('may not be sealed by a certificate that a sealing certificate issued', async () => {
    const forged = await issueSealCertificate({
      authority: own,
      subject: { organisation: '云溪县人民政府' },
      now: NOW,
    });
    const signer = createKeySigner(forged, [own.certificate]);
    const verdict = await verifySealedPdf(await sealPdf(rendered, { ...OPTIONS, signer }), [
      root.certificate,
    ]);
    expect(verdict).toMatchObject({ valid: false, problem: 'untrusted-certificate' });
  });

  it('is invalid when another key signed than the certificate says', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const privateKeyPkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
    const signer = createKeySigner({ certificate: own.certificate, privateKeyPkcs8 });
    const verdict = await verifySealedPdf(await sealPdf(rendered, { ...OPTIONS, signer }), [
      root.certificate,
    ]);
    expect(verdict).toMatchObject({ valid: false, problem: 'wrong-signature' });
  });

  it('keeps texts with brackets and line ends inside their strings', async () => {
    const name = ') /Evil (\n>> endobj 《括号》\\';
    const pdf = await sealPdf(rendered, { ...OPTIONS, name, reason: name });
    expect(runOnPdf('pdfsig', ['{pdf}'], pdf)).toContain('Signature is Valid.');
    expect((await verifySealedPdf(pdf, [root.certificate])).valid).toBe(true);
  });
});

describe('what is not a sealed document', () => {
  it('is told apart: no PDF, not sealed', async () => {
    const anchors = [root.certificate];
    const text = Buffer.from('<html></html>');
    expect(await verifySealedPdf(text, anchors)).toMatchObject({ problem: 'not-a-pdf' });
    expect(await verifySealedPdf(rendered, anchors)).toMatchObject({ problem: 'not-sealed' });
  });

  it('cannot be sealed when it is no PDF of ours', async () => {
    for (const file of ['', '%PDF-1.7\n', '%PDF-1.7\nstartxref\n9\n%%EOF\n']) {
      await expect(sealPdf(Buffer.from(file), OPTIONS)).rejects.toThrow(UnsupportedPdfError);
    }
  });
});

describe('the built-in authority', () => {
  it('issues nothing before or after its own time, nor for longer', async () => {
    const short = await createRootAuthority({
      name: { organisation: '云溪县人民政府' },
      now: NOW,
      validYears: 1,
    });
    const subject = { organisation: ORGANISATION };
    for (const now of [new Date('2026-11-21T00:00:00Z'), new Date('2027-11-22T01:00:00Z')]) {
      await expect(issueSealCertificate({ authority: short, subject, now })).rejects.toThrow(
        RangeError,
      );
    }
    const issued = await issueSealCertificate({ authority: short, subject, now: NOW });
    const pdf = await sealPdf(rendered, {
      ...OPTIONS,
      signer: createKeySigner(issued),
      at: new Date('2027-11-22T01:00:01Z'),
    });
    expect(await verifySealedPdf(pdf, [short.certificate])).toMatchObject({
      problem: 'certificate-not-valid-then',
    });
  });
});
