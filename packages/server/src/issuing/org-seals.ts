import type { SealSigner } from '../documents/index.ts';

/** An organisation that seals, by its own certificate. */
export interface SealingOrg {
  readonly id: string;
  /** Legal name in full, as on the seal. */
  readonly name: string;
  readonly creditCode?: string;
}

/**
 * Where seals come from. The built-in authority is one answer (`createOrgSeals`); a county with an
 * outside authority, or with its keys in a hardware module, gives another.
 */
export interface OrgSeals {
  /** Made at its first use; the same from then on until its certificate nears its end. */
  signerOf(org: SealingOrg): Promise<SealSigner>;
  /** DER root certificates that a seal of this county must lead to. */
  trustAnchors(): Promise<readonly Uint8Array[]>;
}
