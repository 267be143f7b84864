/**
 * Numbers that the state gives to persons, bodies, places, items and certificates: parsed, checked
 * and masked (laws.md §11, §15). Parsing refuses with a reason and never guesses.
 */
export type { IdFailure, IdProblem, IdResult } from './outcome.ts';
export { normaliseId } from './outcome.ts';
export type { CreditCodeParts } from './credit-code.ts';
export { buildCreditCode, creditCodeCheckDigit, parseCreditCode } from './credit-code.ts';
export type { CitizenIdParts, Sex } from './citizen-id.ts';
export { citizenIdCheckDigit, parseCitizenId } from './citizen-id.ts';
export type { RegionCodeParts, RegionLevel } from './region-code.ts';
export { parseRegionCode } from './region-code.ts';
export type { CatalogCodeParts, ExerciseLevel, TaskCodeParts } from './task-code.ts';
export { parseCatalogCode, parseTaskCode } from './task-code.ts';
export type { CertificateIdParts } from './certificate-id.ts';
export { buildCertificateId, certificateCheckDigit, parseCertificateId } from './certificate-id.ts';
export { parseMobile } from './mobile.ts';
export { maskIdNumber, maskName, maskPhone } from './mask.ts';
