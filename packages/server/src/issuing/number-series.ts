import type { DocumentState, ItemDefinition } from '@yichuang/kernel/case';
import { buildCertificateId, buildCreditCode } from '@yichuang/kernel/ids';
import { civilDate } from '@yichuang/kernel/time';
import { fill } from '../cases/index.ts';
import { momentOf } from './document-data.ts';
import { words } from './letter.messages.ts';

/** A series of numbers: which counter it runs on, and what the n-th looks like. */
export interface NumberSeries {
  readonly counter: string;
  readonly write: (n: number) => string;
}

/**
 * The series in which a document is numbered; it begins anew each year, by the year in which the
 * document was ordered.
 *
 * @param issuer its name stands for the series where the item names none; its credit code gives
 * the region of new credit codes
 */
export function seriesOf(
  document: DocumentState,
  item: ItemDefinition,
  issuer: { readonly name: string; readonly creditCode?: string },
  isTrial = false,
): NumberSeries {
  const moment = momentOf({ document, item });
  const { certificate } = item;
  if (moment === 'certificate' && certificate?.numbering === 'credit-code') {
    return creditCodes(issuer, isTrial);
  }
  const own = moment === 'certificate' ? certificate?.series : item.documentSeries;
  const named = own ?? certificate?.series ?? issuer.name;
  const prefix = isTrial ? `${words.trialSeries}${named}` : named;
  const year = civilDate(document.orderedAt).slice(0, 4);
  const head = fill(words.numberHead, { series: prefix, kind: words.kinds[moment], year });
  return { counter: `number:${head}`, write: (n) => fill(words.number, { head, n }) };
}

/** No division of GB/T 2260: a trial's code is nobody's anywhere. */
const TRIAL_REGION = '999999';

/** GB 32100 leaves these letters out; numbers run in base 31 over the others. */
const CREDIT_CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Codes of new 个体工商户: registrar 9 (market regulation), category 2, subject codes MA…. */
function creditCodes(
  issuer: { readonly name: string; readonly creditCode?: string },
  isTrial: boolean,
): NumberSeries {
  const regionCode = isTrial ? TRIAL_REGION : issuer.creditCode?.slice(2, 8);
  if (regionCode === undefined) throw new Error(`${issuer.name} has no credit code`);
  return {
    counter: `credit-code:${regionCode}`,
    write: (n) => {
      const digits: string[] = [];
      for (let rest = n; digits.length < 6; rest = Math.floor(rest / 31)) {
        digits.unshift(CREDIT_CHARSET.charAt(rest % 31));
      }
      const serial = `MA${digits.join('')}`;
      return buildCreditCode({ registrar: '9', category: '2', regionCode, serial });
    },
  };
}

/**
 * 电子证照标识, derived from the certificate's number alone, so that a retry gives the same.
 * @basis GB/T 36904-2018 电子证照 标识规范
 */
export function certificateIdOf(
  item: ItemDefinition,
  issuer: { readonly name: string; readonly creditCode?: string },
  number: string,
  isTrial = false,
): string {
  const { certificate } = item;
  if (certificate === undefined) throw new Error(`item ${item.code} has no certificate`);
  if (issuer.creditCode === undefined) throw new Error(`${issuer.name} has no credit code`);
  const [, year = '', n = ''] = /〔(\d{4})〕(\d+)\D$/u.exec(number) ?? [];
  return buildCertificateId({
    typeCode: certificate.typeCode,
    issuerCode: issuer.creditCode,
    serial: `${isTrial ? 'T' : ''}${year === '' ? number : `${year}${n.padStart(6, '0')}`}`,
    version: '001',
  });
}
