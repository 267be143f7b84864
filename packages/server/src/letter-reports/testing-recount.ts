import type { Recorded } from '@yichuang/kernel/case';
import { isPlainDate, type Instant, type PlainDate } from '@yichuang/kernel/time';
import type { TestSite } from '../assembly/testing-site.ts';

/** What the reports need of a letter, out of its events alone. */
export interface CountedLetter {
  readonly caseId: string;
  readonly kind: string;
  readonly channel: string;
  readonly division?: string;
  readonly receivedOn: PlainDate;
  readonly unit?: string;
  readonly isAccepted: boolean;
  readonly answeredOn?: PlainDate;
  /** Of the first answer; undefined without an answer or a limit. */
  readonly wasLate?: boolean;
  /** Not answered, and its limit is over. */
  readonly isOverdue: boolean;
  readonly isOpenLate: boolean;
  readonly isReopened: boolean;
  readonly isWithheld: boolean;
  readonly returns: number;
  readonly findings: number;
  readonly office?: string;
  readonly handler?: string;
}

/** Reads every event of every letter; no table that the reports count from. */
export async function recountLetters(site: TestSite): Promise<CountedLetter[]> {
  const rows = await site.database.db.query<{ case_id: string }>(
    `SELECT DISTINCT case_id FROM event WHERE data -> 'lifecycle' IS NOT NULL
       AND data ->> 'lifecycle' = 'letter'`,
  );
  const now = site.parts.clock.now();
  return Promise.all(
    rows.map(async ({ case_id: caseId }) => {
      const events = await site.parts.cases.events(caseId);
      const [first] = events;
      if (first?.event.type !== 'CaseReceived') throw new Error(`${caseId} begins with nothing`);
      const item = await site.parts.deps.findItem(first.event.itemCode, first.event.itemVersion);
      const kind = item?.letter?.kind ?? '';
      return { caseId, kind, ...fold(events, now, item?.letter?.isConfidential === true) };
    }),
  );
}

type Folded = Omit<CountedLetter, 'caseId' | 'kind'>;

function fold(events: readonly Recorded[], now: Instant, isConfidential: boolean): Folded {
  const letter: { -readonly [K in keyof Folded]: Folded[K] } = {
    channel: '',
    receivedOn: '' as PlainDate,
    isAccepted: false,
    isOverdue: false,
    isOpenLate: false,
    isReopened: false,
    isWithheld: isConfidential,
    returns: 0,
    findings: 0,
  };
  const limits = new Map<string, { readonly overdueAt: Instant; readonly isRunning: boolean }>();
  let answeredAt: Instant | undefined;
  let drafted = 0;
  let isOpen = true;
  for (const { event, at } of events) {
    switch (event.type) {
      case 'CaseReceived': {
        const { division } = event.form;
        letter.channel = event.channel;
        letter.receivedOn = event.receivedOn;
        if (typeof division === 'string') letter.division = division;
        break;
      }
      case 'CaseReferred':
        letter.unit = event.toOrg;
        break;
      case 'CaseAccepted':
        letter.isAccepted = true;
        break;
      case 'ClockStarted':
      case 'ClockRevised':
        limits.set(event.clockId, { overdueAt: event.result.overdueAt, isRunning: true });
        break;
      case 'ClockStopped': {
        const clock = limits.get(event.clockId);
        if (clock !== undefined) limits.set(event.clockId, { ...clock, isRunning: false });
        break;
      }
      case 'AnswerDrafted':
        drafted = event.findings.length;
        break;
      case 'TaskReturned':
        letter.returns += 1;
        break;
      case 'AnswerGiven':
        letter.findings += drafted;
        answeredAt ??= at;
        letter.answeredOn ??= event.answeredOn;
        break;
      case 'AnswerRated':
        letter.office = event.office;
        letter.handler = event.handler;
        break;
      case 'SensitivityMarked':
        letter.isWithheld = isConfidential || event.isSensitive;
        break;
      case 'CaseConcluded':
        isOpen = false;
        letter.isReopened = false;
        break;
      case 'LetterReopened':
        isOpen = true;
        letter.isReopened = true;
        break;
      default:
    }
  }
  if (!isPlainDate(letter.receivedOn)) throw new Error('a letter was received on no day');
  const limit = limits.get('committed') ?? limits.get('statutory');
  const isOver = [...limits.values()].some((one) => one.isRunning && one.overdueAt <= now);
  if (answeredAt === undefined) letter.isOverdue = limit !== undefined && limit.overdueAt <= now;
  else if (limit !== undefined) letter.wasLate = answeredAt >= limit.overdueAt;
  letter.isOpenLate = isOpen && isOver;
  return letter;
}
