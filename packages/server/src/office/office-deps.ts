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
  /** A case needs a hash of its query password; nobody is told that of an internal one. */
  readonly passwordHashOf: (caseId: string) => string;
}

export type OfficeOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
