import type { Recorded } from '../case/index.ts';
import type { Course } from './course.ts';
import { stepIn } from './task-facts.ts';
import type { Subject } from './subject.ts';

/**
 * Each member of staff who acted in the case: in which parts. Who takes a filing in and who decides
 * on it are to be two people (分离), except where the law lets it be decided on the spot.
 */
export function personSubjects(course: Course): Subject[] {
  const acts = new Map<string, Recorded[]>();
  for (const recorded of course.events) {
    if (recorded.by.kind !== 'staff') continue;
    const own = acts.get(recorded.by.personId) ?? [];
    own.push(recorded);
    acts.set(recorded.by.personId, own);
  }
  return [...acts].map(([personId, own]) => personSubject(course, personId, own));
}

function personSubject(course: Course, personId: string, own: readonly Recorded[]): Subject {
  const last = own.at(-1);
  const decided = own.filter(({ event }) => event.type === 'TaskDecided');
  const duties = decided.map(({ event }) =>
    event.type === 'TaskDecided' ? (stepIn(course, event.stepId)?.duty ?? '') : '',
  );
  const has = (type: string): boolean => own.some(({ event }) => event.type === type);
  const didIntake = has('CaseAccepted') || has('MaterialsChecked') || duties.includes('intake');
  const didDecide = duties.includes('decision') || has('DecisionMade');
  const steps = new Set(
    decided.flatMap(({ event }) => (event.type === 'TaskDecided' ? [event.stepId] : [])),
  );
  const { applicant, contact } = course.state;
  return {
    key: `person:${personId}`,
    evidence: own.filter(({ event }) => DECIDING.has(event.type)).map(({ seq }) => seq),
    at: last?.at ?? course.at,
    people: [{ personId, name: last?.by.name ?? personId }],
    facts: {
      person: last?.by.name ?? '',
      personId,
      acts: own.length,
      decisions: decided.length,
      steps: steps.size,
      posts: new Set(own.flatMap(({ by }) => by.post ?? [])).size,
      didIntake,
      didReview: duties.includes('review'),
      didDecide,
      didIntakeAndDecide: didIntake && didDecide,
      didReviewAndDecide: duties.includes('review') && didDecide,
      filedIt: own.some(({ event }) => event.type === 'CaseReceived'),
      isApplicant: personId === applicant.personId || personId === contact.personId,
    },
  };
}

const DECIDING: ReadonlySet<string> = new Set([
  'CaseReceived',
  'MaterialsChecked',
  'CaseAccepted',
  'TaskDecided',
  'DecisionMade',
]);
