import { webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureSystem } from '../../../../tools/ensure-system.ts';
import { createRenderer } from './render-document.ts';
import { sealPdf } from './seal-pdf.ts';
import { createKeySigner } from './seal-signer.ts';
import type { CertifiedKey } from './seal-signer.ts';
import { exampleOf, runOnPdf, TEMPLATES_DIR } from './testing-documents.ts';
import { verifySealedPdf } from './verify-sealed-pdf.ts';

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const AT = new Date('2026-11-22T02:00:00Z');

interface Outside extends CertifiedKey {
  readonly keys: webcrypto.CryptoKeyPair;
}

/** A certificate as another authority would issue it: RSA, names of its own. */
async function issue(name: string, isAuthority: boolean, issuer?: Outside): Promise<Outside> {
  const keys = await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: name.length });
  certificate.subject.typesAndValues.push(
    new pkijs.AttributeTypeAndValue({
      type: '2.5.4.10',
      value: new asn1.Utf8String({ value: name }),
    }),
  );
  certificate.issuer =
    issuer === undefined
      ? certificate.subject
      : pkijs.Certificate.fromBER(issuer.certificate).subject;
  certificate.notBefore.value = new Date('2026-01-01T00:00:00Z');
  certificate.notAfter.value = new Date('2030-01-01T00:00:00Z');
  certificate.extensions = [
    new pkijs.Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: new pkijs.BasicConstraints({ cA: isAuthority }).toSchema().toBER(),
    }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256');
  return {
    keys,
    certificate: new Uint8Array(certificate.toSchema(true).toBER()),
    privateKeyPkcs8: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
  };
}

beforeAll(() => ensureSystem(['poppler-utils']), 900_000);

describe('an outside authority with RSA keys and an authority in between', async () => {
  const root = await issue('outside root', true);
  const between = await issue('authority in between', true, root);
  const own = await issue('云溪县卫生健康局', false, between);
  const rendered = await createRenderer({ templatesDir: TEMPLATES_DIR }).render(
    'hygiene-licence',
    exampleOf('hygiene-licence', 'longest'),
  );
  const seal = (intermediates: readonly Uint8Array[]): Promise<Uint8Array> =>
    sealPdf(rendered, {
      signer: createKeySigner(own, intermediates),
      name: '云溪县卫生健康局',
      reason: '公共场所卫生许可证',
      location: '云溪县',
      at: AT,
    });

  it('seals documents that are valid here and for pdfsig', async () => {
    const sealed = await seal([between.certificate]);
    expect(await verifySealedPdf(sealed, [root.certificate])).toMatchObject({
      valid: true,
      signer: '云溪县卫生健康局',
    });
    expect(runOnPdf('pdfsig', ['-nocert', '{pdf}'], sealed)).toContain('Signature is Valid.');
  });

  it('is not trusted without the certificate in between, nor with a stray one', async () => {
    const stray = await issue('an authority that has no part in it', true);
    for (const chain of [[], [between.certificate, stray.certificate]]) {
      const verdict = await verifySealedPdf(await seal(chain), [root.certificate]);
      expect(verdict).toMatchObject({ valid: false, problem: 'untrusted-certificate' });
    }
  });
});
