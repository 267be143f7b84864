/** 考核办法: by which scheme a period is assessed; how the next one is written and put in force. */
import type { AssessmentScheme, PublishScheme, SchemeView } from '@yichuang/contracts';
import { civilDate, isPlainDate } from '@yichuang/kernel/time';
import { given } from '../cases/index.ts';
import { appendJournal } from '../ledger/index.ts';
import { can } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import { needsAnother } from '../supervision/index.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { periodOf } from './periods.ts';
import { shownIndicators } from './report-indicators.ts';
import { findSchemeDraft, insertScheme, readSchemes, useUpSchemeDraft } from './scheme-store.pg.ts';

/** The stream of the journal in which changes of the scheme are. */
export const SCHEME_STREAM = 'indicators:scheme';

interface KnownScheme {
  readonly version: number;
  readonly scheme: AssessmentScheme;
}

/**
 * The newest that holds for the period, or the version by which it was published. Version 0 is
 * what the platform brings along.
 *
 * @param period by its name; see PERIOD_NAME
 */
export async function schemeOf(
  { db, tenantId, statutes }: IndicatorDeps,
  period: string,
  version?: number,
): Promise<KnownScheme> {
  const begun = { version: 0, scheme: statutes.assessment };
  const made = await readSchemes(db, tenantId);
  if (version === undefined) {
    const { from } = periodOf(period);
    return made.find(({ holdsFrom }) => holdsFrom <= from) ?? begun;
  }
  const found = [...made, begun].find((one) => one.version === version);
  if (found === undefined) throw new Error(`no scheme ${version}`);
  return found;
}

/** Every version for who reads figures; the draft for supervision alone. */
export async function viewSchemes(
  deps: IndicatorDeps,
  session: Session,
  language: Language,
): Promise<SchemeView> {
  const { db, tenantId, clock, statutes } = deps;
  const canWrite = can(session, 'supervision:act');
  const [made, draft] = await Promise.all([
    readSchemes(db, tenantId),
    canWrite ? findSchemeDraft(db, tenantId) : undefined,
  ]);
  return {
    versions: [...made, { version: 0, scheme: statutes.assessment }],
    indicators: shownIndicators(deps).map(({ id, name, nameEn, kind, better, of }) => ({
      id,
      name: language === 'en' ? nameEn : name,
      kind,
      better,
      of,
    })),
    today: civilDate(clock.now()),
    canWrite,
    ...given(
      'draft',
      draft && {
        scheme: draft.scheme,
        author: draft.authorName,
        changedAt: draft.changedAt,
        needsAnother: await needsAnother(deps, session, draft.authorId),
      },
    ),
  };
}

/**
 * Puts the draft in force for periods that begin from a day on. Not before today: nobody is
 * assessed by weights that were made after they had done the work.
 */
export async function publishScheme(
  deps: IndicatorDeps,
  session: Session,
  { reason, holdsFrom, changedAt }: PublishScheme,
): Promise<Refusal | undefined> {
  const { db, tenantId, clock } = deps;
  const madeAt = clock.now();
  if (!isPlainDate(holdsFrom) || holdsFrom < civilDate(madeAt)) {
    return { code: 'scheme-reaches-back' };
  }
  const draft = await findSchemeDraft(db, tenantId);
  if (draft === undefined) return { code: 'scheme-without-draft' };
  if (draft.changedAt !== changedAt) return { code: 'scheme-moved-on' };
  if (await needsAnother(deps, session, draft.authorId)) return { code: 'scheme-needs-another' };
  const [newest] = await readSchemes(db, tenantId);
  const { scheme, authorId, authorName: writtenBy } = draft;
  const { personId, name: madeBy = '' } = session;
  const version = (newest?.version ?? 0) + 1;
  const isDone = await db.tx(async (tx) => {
    if (!(await useUpSchemeDraft(tx, tenantId, draft.changedAt))) return false;
    const made = { version, scheme, holdsFrom, reason, writtenBy, madeBy, madeAt };
    if (!(await insertScheme(tx, tenantId, made))) return false;
    const data = { version, scheme, holdsFrom, reason, authorId };
    const actor = { kind: 'staff', personId, name: madeBy } as const;
    const entry = { type: 'SchemeChanged', actor, data, at: madeAt };
    await appendJournal(tx, tenantId, SCHEME_STREAM, [entry]);
    return true;
  });
  return isDone ? undefined : { code: 'scheme-moved-on' };
}
