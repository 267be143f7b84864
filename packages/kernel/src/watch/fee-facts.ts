import { multiplyFen } from '../money/index.ts';
import type { ListedFee } from './context.ts';
import { peopleOf, type Course } from './course.ts';
import type { Subject } from './subject.ts';

/**
 * Each line of what was charged, held against the published list and the item's own standard.
 * @basis 行政许可法 第五十八条: 行政机关实施行政许可和对行政许可事项进行监督检查，不得收取任何费用。但是，法律、行政法规另有规定的，依照其规定。
 * @basis 行政许可法 第五十九条: 行政机关实施行政许可，依照法律、行政法规收取费用的，应当按照公布的法定项目和标准收费
 */
export function feeSubjects(course: Course): Subject[] {
  const { item, feeList } = course;
  return course.all('FeeAssessed').flatMap((assessed) => {
    const paid = course.all('PaymentRecorded').find(({ seq }) => seq > assessed.seq);
    return assessed.event.lines.map((line) => {
      const listed = feeList?.find(({ standardId }) => standardId === line.standardId);
      const standard = item.fees.find(({ id }) => id === line.standardId);
      const most = listed?.unitFen;
      const evidence = [assessed.seq, ...(paid === undefined ? [] : [paid.seq])];
      return {
        key: `fee:${assessed.seq}:${line.standardId}`,
        evidence,
        at: assessed.at,
        people: peopleOf(assessed),
        facts: {
          standard: line.standardId,
          name: line.name,
          quantity: Number(line.quantity),
          unitFen: line.unitFen,
          amountFen: line.amountFen,
          totalFen: assessed.event.amountFen,
          isListed: isListed(feeList, line.standardId, standard !== undefined),
          isOfItem: standard !== undefined,
          listUnitFen: most ?? null,
          isAbove: most !== undefined && line.unitFen > most,
          isMiscounted: multiplyFen(line.unitFen, line.quantity) !== line.amountFen,
          isPaid: paid !== undefined,
          paidFen: paid?.event.amountFen ?? null,
          isPaidOtherwise: paid !== undefined && paid.event.amountFen !== assessed.event.amountFen,
        },
      };
    });
  });
}

/** Without a published list the item's own standards are all that is known. */
function isListed(
  list: readonly ListedFee[] | undefined,
  standardId: string,
  isOfItem: boolean,
): boolean {
  if (list === undefined) return isOfItem;
  return list.some((listed) => listed.standardId === standardId);
}
