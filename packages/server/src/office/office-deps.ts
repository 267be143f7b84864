import type { CaseDeps, CaseStore, FormSealer } from '../cases/index.ts';
import type { Drafts } from '../drafts/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { OfficeStore } from './office-store.ts';

export interface OfficeDeps extends CaseDeps {
  readonly cases: CaseStore;
  readonly sealer: FormSealer;
  readonly store: OfficeStore;
  /** Pages named by a client, with the facts that the server knows of them. */
  readonly materialsOf: Drafts['materialsOf'];
}

export type OfficeOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
