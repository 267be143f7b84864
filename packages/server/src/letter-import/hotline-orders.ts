import type { HotlineAnswer, HotlineOrders } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { parseMobile } from '@yichuang/kernel/ids';
import { isPlainDate } from '@yichuang/kernel/time';
import { staffActor } from '../cases/index.ts';
import { problemOf, type Session } from '../platform/http/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import type { LetterImportDeps } from './import-deps.ts';
import type { StatedLetter } from './letter-of-row.ts';
import { openReceipt, receiveStated } from './receive-stated.ts';
import { findBySource } from './source-numbers.pg.ts';

type Order = HotlineOrders['orders'][number];

/**
 * 热线工单: each order becomes a letter once, however often it is pushed. An order that is not
 * received does not keep the others; the answer says of each what became of it.
 */
export async function receiveOrders(
  deps: LetterImportDeps,
  item: ItemDefinition,
  session: Session,
  { orders }: HotlineOrders,
  language: Language,
): Promise<HotlineAnswer> {
  const receipt = await openReceipt(deps, item, staffActor(session));
  const numbers = orders.map(({ sourceNumber }) => sourceNumber);
  const known = new Map(await findBySource(deps.db, deps.tenantId, numbers));
  const answered: HotlineAnswer['orders'] = [];
  for (const order of orders) {
    const { sourceNumber } = order;
    const earlier = known.get(sourceNumber);
    if (earlier !== undefined) {
      answered.push({ sourceNumber, ...earlier, isNew: false });
      continue;
    }
    const letter = letterOf(order);
    const received =
      'code' in letter
        ? { ok: false as const, refusals: [letter] }
        : await receiveStated(deps, receipt, letter);
    if (!received.ok) {
      const { code, detail } = problemOf(deps.refusals, received.refusals, language);
      answered.push({ sourceNumber, isNew: false, problem: { code, text: detail } });
      continue;
    }
    const { caseId, number, isNew } = received;
    known.set(sourceNumber, { caseId, number });
    answered.push({ sourceNumber, caseId, number, isNew });
  }
  return { orders: answered };
}

/** A caller's number that is no mobile is left to the hotline: it calls back by itself. */
function letterOf(order: Order): StatedLetter | Refusal {
  const { sourceNumber, title, body, receivedOn, callerName, callerPhone, divisionId } = order;
  if (receivedOn !== undefined && !isPlainDate(receivedOn)) {
    return { code: 'received-day-not-possible', params: { most: 15 } };
  }
  const phone = callerPhone === undefined ? undefined : parseMobile(callerPhone);
  return {
    row: 0,
    sourceNumber,
    title,
    body,
    likes: 0,
    dislikes: 0,
    ...(receivedOn === undefined ? {} : { receivedOn }),
    ...(callerName === undefined ? {} : { name: callerName }),
    ...(phone?.ok === true ? { phone: phone.value } : {}),
    ...(divisionId === undefined ? {} : { divisionId }),
    ...(order.place === undefined ? {} : { place: order.place }),
    ...(order.category === undefined ? {} : { category: order.category }),
  };
}
