import type { UnsolvedReport } from '@yichuang/contracts';
import {
  civilDate,
  daysBetween,
  plainDate,
  remainingWorkingDays,
  type PlainDate,
} from '@yichuang/kernel/time';
import { regionNameAt } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { ReportDeps } from './report-deps.ts';
import { lastOfMonth } from './report-period.ts';
import type { ReportReader } from './report-reader.ts';
import type { UnsolvedReasons } from './report-text-types.ts';
import { reportTexts } from './report-texts.ts';
import { findUnsolved, type UnsolvedLetter } from './unsolved-letters.pg.ts';

/**
 * 长期未解决: what a leader asks about each month, each with why in words.
 *
 * @param month `2026-09`; letters received by its last day, as they stand today
 */
export async function reportUnsolved(
  { db, tenantId, clock, directory, statutes }: ReportDeps,
  month: string,
  reader: ReportReader,
  language: Language,
): Promise<UnsolvedReport> {
  const today = civilDate(clock.now());
  const receivedBy = lastOfMonth(plainDate(`${month}-01`));
  const [found, orgs] = await Promise.all([
    findUnsolved(db, tenantId, reader, { receivedBy, today }),
    directory.orgs(),
  ]);
  const nameOf = (orgId: string | null): string | undefined =>
    orgId === null ? undefined : (orgs.get(orgId)?.name ?? orgId);
  const rows = found.map((letter) => {
    const { due_on: dueOn } = letter;
    const isDue = dueOn !== null && letter.phase !== 'concluded';
    return {
      ...base(letter),
      ...optional(
        'division',
        letter.division_id === null ? undefined : regionNameAt(letter.division_id, orgs),
      ),
      ...optional('unit', nameOf(letter.unit_id)),
      ...(isDue
        ? { dueOn, remainingDays: remainingWorkingDays(statutes.calendar, today, dueOn) }
        : {}),
      ...counted(letter, today),
      why: reportTexts[language].whyUnsolved(reasonsOf(letter, today)),
    };
  });
  return { month, rows };
}

type Row = UnsolvedReport['rows'][number];

function base(letter: UnsolvedLetter) {
  return {
    caseId: letter.case_id,
    number: letter.number,
    kind: letter.kind,
    itemName: letter.item_name,
    title: letter.title,
    senderName: letter.sender_name,
    channel: letter.channel,
    phase: letter.phase,
    receivedAt: letter.received_at,
    light: letter.is_late ? ('red' as const) : ('green' as const),
    isSensitive: letter.is_withheld,
    isPublic: letter.is_public,
    people: letter.people,
    ...optional('category', letter.category ?? undefined),
    ...optional('answeredOn', letter.answered_on ?? undefined),
    ...optional('satisfaction', letter.satisfaction ?? undefined),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

/** Calendar days. */
function counted(
  letter: UnsolvedLetter,
  today: PlainDate,
): Pick<Row, 'daysOpen' | 'daysLate' | 'reopenings' | 'supervisions'> {
  return {
    daysOpen: daysBetween(letter.received_on, today),
    daysLate: letter.is_late && letter.due_on !== null ? daysBetween(letter.due_on, today) : 0,
    reopenings: letter.reopenings,
    supervisions: letter.supervisions,
  };
}

function reasonsOf(letter: UnsolvedLetter, today: PlainDate): UnsolvedReasons {
  return {
    ...counted(letter, today),
    isReopened: letter.is_reopened,
    isUnmended: letter.is_unmended,
  };
}
