import type { CaseState, Recorded } from '../case/index.ts';
import { answerSubjects, findingSubjects } from './answer-facts.ts';
import { clockSubjects } from './clock-facts.ts';
import type { WatchContext } from './context.ts';
import { courseOf } from './course.ts';
import { feeSubjects } from './fee-facts.ts';
import { correctionSubjects } from './intake-facts.ts';
import { recallSubjects, returnSubjects } from './movement-facts.ts';
import { personSubjects } from './person-facts.ts';
import type { CaseFacts } from './subject.ts';
import { taskSubjects } from './task-facts.ts';
import { extensionSubjects, suspensionSubjects } from './time-facts.ts';
import { caseSubject } from './whole-facts.ts';

/**
 * Everything that a rule can read of one case. It follows from the events alone: nobody tells the
 * supervisor anything, and nobody can leave anything out.
 *
 * @param state what the events fold to
 */
export function caseFacts(
  events: readonly Recorded[],
  state: CaseState,
  context: WatchContext,
): CaseFacts {
  const course = courseOf(events, state, context);
  return {
    caseId: state.caseId,
    number: state.number,
    itemCode: state.itemCode,
    orgId: state.letter?.unit ?? state.orgId,
    lifecycle: state.lifecycle ?? 'licence',
    subjects: {
      case: [caseSubject(course)],
      task: taskSubjects(course),
      clock: clockSubjects(course),
      return: returnSubjects(course),
      recall: recallSubjects(course),
      correction: correctionSubjects(course),
      suspension: suspensionSubjects(course),
      extension: extensionSubjects(course),
      fee: feeSubjects(course),
      person: personSubjects(course),
      answer: answerSubjects(course),
      finding: findingSubjects(course),
    },
  };
}
