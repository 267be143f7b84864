/** What a request about a letter leaves to the server to say. */
import { refuse, type AnswerFinding, type CaseState } from '@yichuang/kernel/case';
import type { CaseDeps, CaseStore, LetterBody, Made, RunningCommand } from '../cases/index.ts';
import { reviewingOrg } from './reviewing-org.ts';

export interface CompletionDeps extends Pick<CaseDeps, 'directory' | 'findItem'> {
  readonly cases: CaseStore;
  /** The check for answers that say nothing (终审). */
  readonly findingsOf: (letter: string, answer: string) => readonly AnswerFinding[];
}

export async function completeLetterCommand(
  deps: CompletionDeps,
  caseId: string,
  body: LetterBody,
): Promise<Made<RunningCommand>> {
  switch (body.type) {
    case 'DraftAnswer': {
      const found = await deps.cases.find(caseId);
      const letter = found === undefined ? '' : textOf(found.state);
      const { result, facts } = body.answer;
      const findings = deps.findingsOf(letter, [facts ?? '', result].join('\n').trim());
      return { ok: true, value: { ...body, findings } };
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

function textOf({ form }: CaseState): string {
  return [form['title'], form['body']].filter((text) => typeof text === 'string').join('\n');
}
