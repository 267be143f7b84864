import type { CaseState } from '@yichuang/kernel/case';
import type { CaseStore } from '../cases/index.ts';
import type { PartResult } from './part-filing.ts';

/** What the parts of a split gave so far, by their ids. */
export async function partResults(
  cases: Pick<CaseStore, 'find'>,
  whole: CaseState,
  nodeId: string,
): Promise<Record<string, PartResult>> {
  const parts = Object.entries(whole.subcases[nodeId]?.parts ?? {});
  const results = await Promise.all(
    parts.map(async ([partId, { status, caseId }]) => {
      if (status !== 'granted' && status !== 'denied') return [];
      const found = caseId === undefined ? undefined : await cases.find(caseId);
      return [[partId, resultOf(status, found?.state)] as const];
    }),
  );
  return Object.fromEntries(results.flat());
}

function resultOf(outcome: 'granted' | 'denied', part: CaseState | undefined): PartResult {
  const certificate = Object.values(part?.documents ?? {}).find(
    ({ moment, issuedAt }) => moment === 'certificate' && issuedAt !== undefined,
  );
  return {
    outcome,
    number: certificate?.number ?? null,
    decidedOn: part?.decision?.decidedOn ?? null,
  };
}
