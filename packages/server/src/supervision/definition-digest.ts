import { canonicalJson } from '@yichuang/kernel/ledger';
import { sha256 } from '../cases/index.ts';
import type { WatchRuleFile } from '../catalogue/index.ts';

/** Tells one wording of a rule from another: what was tried from what is to be published. */
export function definitionDigest(definition: WatchRuleFile): string {
  return Buffer.from(sha256(new TextEncoder().encode(canonicalJson(definition)))).toString('hex');
}
