import { civilDate, daysBetween } from '../time/index.ts';
import { peopleOf, type Course } from './course.ts';
import type { Subject } from './subject.ts';

/** Each answer to a letter, with what the check for empty answers had found. */
export function answerSubjects(course: Course): Subject[] {
  const rated = course.all('AnswerRated');
  return course.all('AnswerGiven').map((given) => {
    const { round, answer } = given.event;
    const stored = course.state.letter?.answers.find((one) => one.round === round);
    const rating = rated.find(({ event }) => event.round === round);
    const evidence = [given.seq, ...(rating === undefined ? [] : [rating.seq])];
    return {
      key: `answer:${round}`,
      evidence,
      at: given.at,
      people: peopleOf(given),
      facts: {
        round,
        length: [...answer.result.trim()].length,
        findings: stored?.findings.length ?? 0,
        outcome: answer.outcome ?? null,
        hasBasis: (answer.basis ?? []).length > 0,
        office: rating?.event.office ?? null,
        handler: rating?.event.handler ?? null,
        isRatedAtWindow: rating?.by.isAtWindow === true,
        daysFromReceipt: daysBetween(course.state.receivedOn, civilDate(given.at)),
      },
    };
  });
}

/** What the kernel itself found while it decided, e.g. a second request for what was visible. */
export function findingSubjects(course: Course): Subject[] {
  return course.all('SupervisionHit').map((hit) => ({
    key: `finding:${hit.event.rule}:${hit.event.subject}@${hit.seq}`,
    evidence: [hit.seq],
    at: hit.at,
    people: peopleOf(hit),
    facts: { rule: hit.event.rule, subject: hit.event.subject },
  }));
}
