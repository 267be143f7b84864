import type {
  BundleInterview,
  BundleResult,
  BundleSummary,
  DraftView,
  PartyBody,
} from '@yichuang/contracts';
import type { CaseDeps } from '../cases/index.ts';
import { partsOf, type BundleDefinition } from '../catalogue/index.ts';
import type { DraftOutcome, Drafts, Filer } from '../drafts/index.ts';
import type { Language } from '../platform/refusal.ts';
import { assessBundle, workedOut } from './assess-bundle.ts';
import { interviewView, summaryOf, type KnownBundle } from './bundle-views.ts';
import { readAnswers, type GivenAnswers } from './read-answers.ts';

export interface BundleDeps extends Pick<CaseDeps, 'findItem' | 'directory'> {
  readonly bundles: readonly BundleDefinition[];
  readonly drafts: Drafts;
}

export interface WantedDraft {
  readonly answers: GivenAnswers;
  readonly draftId?: string | undefined;
  readonly applicant?: PartyBody | undefined;
}

/** 一件事: found by questions, filed as one draft, followed as one case. */
export interface Bundles {
  list(language: Language): Promise<BundleSummary[]>;
  /** The bundle whose whole is this item. */
  ofItem(itemCode: string): string | undefined;
  interview(
    bundleId: string,
    answers: GivenAnswers,
    language: Language,
  ): Promise<BundleInterview | undefined>;
  /** Undefined for an unknown bundle, and while a question has no answer. */
  assess(
    bundleId: string,
    answers: GivenAnswers,
    language: Language,
  ): Promise<BundleResult | undefined>;
  /** A new draft of the whole, or an earlier one whose answers have changed. */
  openDraft(filer: Filer, bundleId: string, wanted: WantedDraft): Promise<DraftOutcome<DraftView>>;
}

export function createBundles(deps: BundleDeps): Bundles {
  const known = async (bundleId: string): Promise<KnownBundle | undefined> => {
    const bundle = deps.bundles.find(({ id }) => id === bundleId);
    return bundle === undefined ? undefined : knownOf(deps, bundle);
  };
  return {
    async list(language) {
      const all = await Promise.all(deps.bundles.map((bundle) => knownOf(deps, bundle)));
      return all.map((each) => summaryOf(each, language));
    },
    ofItem: (itemCode) => deps.bundles.find((bundle) => bundle.itemCode === itemCode)?.id,
    async interview(bundleId, given, language) {
      const found = await known(bundleId);
      if (found === undefined) return undefined;
      const { answers, next } = readAnswers(found.bundle, given);
      return interviewView(found, answers, next, language);
    },
    async assess(bundleId, given, language) {
      const found = await known(bundleId);
      if (found === undefined) return undefined;
      const { answers, next } = readAnswers(found.bundle, given);
      return next === undefined ? assessBundle(found, answers, language) : undefined;
    },
    async openDraft(filer, bundleId, { answers: given, draftId, applicant }) {
      const found = await known(bundleId);
      if (found === undefined) return refused('bundle-unknown');
      const { answers, next } = readAnswers(found.bundle, given);
      if (next !== undefined) return refused('bundle-answers-missing');
      const form = workedOut(found, answers);
      const { parts } = assessBundle(found, answers, 'zh-CN');
      if (parts.length === 0) return refused('bundle-nothing-to-file');
      if (draftId !== undefined) return deps.drafts.workOut(filer, draftId, form);
      return deps.drafts.create(filer, found.whole.code, applicant, form);
    },
  };
}

function refused(code: string): { readonly ok: false; readonly refusals: [{ code: string }] } {
  return { ok: false, refusals: [{ code }] };
}

async function knownOf(deps: BundleDeps, bundle: BundleDefinition): Promise<KnownBundle> {
  const whole = await deps.findItem(bundle.itemCode);
  if (whole === undefined) throw new Error(`bundle ${bundle.id} has no item ${bundle.itemCode}`);
  const codes = [...new Set(partsOf(whole).map((part) => part.itemCode))];
  const found = await Promise.all(codes.map((code) => deps.findItem(code)));
  const orgs = await deps.directory.orgs();
  return {
    bundle,
    whole,
    items: new Map(found.flatMap((item) => (item === undefined ? [] : [[item.code, item]]))),
    offices: new Map([...orgs].map(([id, org]) => [id, org.name])),
  };
}
