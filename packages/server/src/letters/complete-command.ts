/** What a request about a letter leaves to the server to say. */
import { refuse } from '@yichuang/kernel/case';
import type { CaseDeps, CaseStore, LetterBody, Made, RunningCommand } from '../cases/index.ts';
import { checkAnswer } from './check-answer.ts';
import { reviewingOrg } from './reviewing-org.ts';

export interface CompletionDeps extends Pick<CaseDeps, 'directory' | 'findItem'> {
  readonly cases: CaseStore;
}

export async function completeLetterCommand(
  deps: CompletionDeps,
  caseId: string,
  body: LetterBody,
): Promise<Made<RunningCommand>> {
  switch (body.type) {
    case 'DraftAnswer': {
      const found = await deps.cases.find(caseId);
      if (found === undefined) return { ok: false, refusals: [refuse('not-your-case')] };
      const { isEmpty, findings } = checkAnswer(found.state, body.answer);
      // Hints in an answer that says enough are for who writes it, not for the final check.
      return { ok: true, value: { ...body, findings: isEmpty ? findings : [] } };
    }
    case 'LinkLetter': {
      const other = await deps.cases.find(body.caseId);
      if (other?.state.letter === undefined)
        return { ok: false, refusals: [refuse('not-a-letter')] };
      return { ok: true, value: { ...body, number: other.state.number } };
    }
    case 'RequestReview': {
      const found = await deps.cases.find(caseId);
      const orgs = await deps.directory.orgs();
      const orgId = found === undefined ? undefined : reviewingOrg(found.state, orgs);
      return { ok: true, value: { ...body, orgId: orgId ?? '' } };
    }
  }
}
