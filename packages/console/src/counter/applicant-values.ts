/** The walk-in applicant as typed; numbers are checked by their digits before they are sent. */
import type { PartyBody } from '@yichuang/contracts';
import { normaliseId, parseCitizenId, parseCreditCode, parseMobile } from '@yichuang/kernel/ids';
import type { PlainDate } from '@yichuang/kernel/time';
import type { TextKey } from '../texts/locale.ts';

export interface ApplicantValues {
  readonly kind: 'natural' | 'legal';
  readonly name: string;
  readonly code: string;
  readonly phone: string;
}

export const noApplicant: ApplicantValues = { kind: 'natural', name: '', code: '', phone: '' };

export function applicantProblems(
  values: ApplicantValues,
  today: PlainDate,
): Partial<Record<keyof ApplicantValues, TextKey>> {
  const { kind, name, code, phone } = values;
  const parsed = kind === 'natural' ? parseCitizenId(code, today) : parseCreditCode(code);
  const mobile = parseMobile(phone);
  return {
    ...(name.trim() === '' ? { name: 'counter.nameMissing' as const } : {}),
    ...(code.trim() === ''
      ? { code: 'counter.codeMissing' as const }
      : parsed.ok
        ? {}
        : { code: `id.${parsed.problem}` as const }),
    // A resident without a telephone is served too: notices then go by paper.
    ...(phone.trim() === '' || mobile.ok ? {} : { phone: `id.${mobile.problem}` as const }),
  };
}

export function toParty(values: ApplicantValues): PartyBody {
  const phone = parseMobile(values.phone).value;
  return {
    kind: values.kind,
    name: values.name.trim(),
    code: normaliseId(values.code),
    ...(phone === '' ? {} : { phone }),
  };
}
