import type { FlowProblemCode } from '@yichuang/kernel/flow';
import type { ShapeProblemCode } from './check-shape.ts';

/** What is wrong with a pack, by element; the sentence is made by `packProblemText`. */
export type PackProblemCode =
  | 'file-missing'
  | 'not-json'
  | ShapeProblemCode
  | 'id-used-twice'
  | 'unknown-organisation'
  | 'organisation-order'
  | 'number-invalid'
  | 'outside-the-county'
  | 'unknown-post'
  | 'unknown-resident'
  | 'unknown-theme'
  | 'unknown-item'
  | 'unknown-limit-rule'
  | 'unknown-template'
  | 'unknown-form-field'
  | 'committed-longer-than-statutory'
  | 'steps-longer-than-committed'
  | 'shareable-but-required'
  | 'unknown-special-procedure'
  | 'pixel-range-empty'
  | 'field-in-no-section'
  | 'field-in-two-sections'
  | 'bad-pattern'
  | 'fee-field-not-a-required-number'
  | 'condition-does-not-parse'
  | 'condition-names-unknown-field'
  | 'online-without-flow'
  | 'certificate-never-issued'
  | 'certificate-undefined'
  | 'visit-without-reason'
  | 'reason-without-visit'
  | 'code-not-of-the-organisation'
  | `flow-${FlowProblemCode}`;
