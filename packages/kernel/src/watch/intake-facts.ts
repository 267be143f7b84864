import { civilDate, remainingWorkingDays } from '../time/index.ts';
import { peopleOf, type Course } from './course.ts';
import type { Subject } from './subject.ts';

/**
 * Each material of each request for corrections. `wasVisible`: it lay there unchanged when the
 * first request was made, so it should have been in that one.
 * @basis 行政许可法 第三十二条第一款第四项: 应当当场或者在五日内一次告知申请人需要补正的全部内容
 * @basis 行政许可法 第七十二条第四项: 申请人提交的申请材料不齐全、不符合法定形式，不一次告知申请人必须补正的全部内容的
 */
export function correctionSubjects(course: Course): Subject[] {
  const asked = course.all('CorrectionRequested');
  const { receivedOn } = course.state;
  return asked.flatMap((request) => {
    const { round, items } = request.event;
    const daysAfter = remainingWorkingDays(course.calendar, receivedOn, civilDate(request.at));
    return items.map(({ materialId, verdict, problem }) => {
      const definition = course.item.materials.find(({ id }) => id === materialId);
      const first = asked.find(({ event }) => event.items.some((i) => i.materialId === materialId));
      const isNew = first?.seq === request.seq;
      return {
        key: `correction:${round}:${materialId}`,
        evidence: isNew ? [request.seq] : [first?.seq ?? request.seq, request.seq],
        at: request.at,
        people: peopleOf(request),
        facts: {
          round,
          material: definition?.name ?? materialId,
          materialId,
          verdict,
          problem: problem ?? '',
          problemLength: [...(problem ?? '').trim()].length,
          isListed: definition !== undefined,
          isHeldByGovernment:
            definition?.source === 'government' || definition?.heldAs !== undefined,
          wasVisible:
            round > 1 &&
            isNew &&
            !wasFiledBetween(course, materialId, asked[0]?.seq ?? 0, request.seq),
          daysAfter,
        },
      };
    });
  });
}

/** Handed in anew between the two requests: what is wrong with it now could not be seen before. */
function wasFiledBetween(course: Course, materialId: string, from: number, to: number): boolean {
  return course
    .all('CorrectionReceived')
    .filter(({ seq }) => seq > from && seq < to)
    .some(({ event }) => event.materials.some((m) => m.materialId === materialId));
}
