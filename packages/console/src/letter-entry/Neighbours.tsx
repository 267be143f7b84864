import type { LetterAdvice, LetterRow } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lettersApi } from '../api/letters.ts';
import { formatShortAt } from '../format/format-day.ts';
import { WhyLine } from '../letters/WhyLine.tsx';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { useSettled } from '../ui/use-settled.ts';
import type { EntryValues } from './entry-values.ts';

const SETTLE_MS = 400;
const FOUND = 5;
const LEAST = 4;

/** While somebody types: letters about the same, and where the matter may belong. */
export function Neighbours({ values }: { readonly values: EntryValues }) {
  const { t } = useLocale();
  const title = useSettled(values.title.trim(), SETTLE_MS);
  const body = useSettled(values.body.trim(), SETTLE_MS);
  const phone = useSettled(values.phone.trim() || values.name.trim(), SETTLE_MS);
  const { division, itemCode } = values;
  const isReady = title.length + body.length >= LEAST;
  const advice = useQuery({
    queryKey: ['letter-advice', title, body, division, itemCode],
    queryFn: ({ signal }) =>
      lettersApi.advice(
        {
          title,
          body,
          ...(division === '' ? {} : { division }),
          ...(itemCode === '' ? {} : { itemCode }),
        },
        signal,
      ),
    enabled: isReady,
    placeholderData: (before) => before,
  });
  const bySender = useLookAlikes(phone, 2);
  const byTitle = useLookAlikes(title, LEAST);
  const known = new Set(bySender.map(({ caseId }) => caseId));
  const others = byTitle.filter(({ caseId }) => !known.has(caseId));
  return (
    <aside className="entry-beside" aria-label={t('entry.beside')} aria-live="polite">
      <LookAlikes title={t('entry.sameSender')} rows={bySender} />
      <LookAlikes title={t('entry.sameMatter')} rows={others} />
      {isReady && advice.data !== undefined ? <AdviceNotes advice={advice.data} /> : null}
      {isReady ? null : <p className="quiet">{t('entry.besideLead')}</p>}
    </aside>
  );
}

function useLookAlikes(q: string, least: number): readonly LetterRow[] {
  const isAsked = q.length >= least;
  const found = useQuery({
    queryKey: ['letters', 'beside', q],
    queryFn: ({ signal }) => lettersApi.find({ q: q.slice(0, 100), limit: FOUND }, signal),
    enabled: isAsked,
    placeholderData: (before) => before,
  });
  return isAsked ? (found.data?.rows ?? []) : [];
}

interface LookAlikesProps {
  readonly title: string;
  readonly rows: readonly LetterRow[];
}

function LookAlikes({ title, rows }: LookAlikesProps) {
  const { t } = useLocale();
  if (rows.length === 0) return null;
  const now = new Date().toISOString();
  return (
    <section className="side-section">
      <h2>{title}</h2>
      <ul className="records">
        {rows.map((row) => {
          const phase = textKey('phase', row.phase);
          return (
            <li key={row.caseId}>
              <Link to="/cases/$caseId" params={{ caseId: row.caseId }} target="_blank">
                {row.title}
              </Link>
              <div className="quiet">
                {row.senderName} · {formatShortAt(row.receivedAt, now)} ·{' '}
                {phase === undefined ? row.phase : t(phase)}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function AdviceNotes({ advice }: { readonly advice: LetterAdvice }) {
  const { t } = useLocale();
  const { category, unit, elsewhere } = advice;
  return (
    <>
      {elsewhere.map((procedure) => (
        <div key={procedure.code} className="notice notice-soft">
          <p className="notice-title">{t('assist.elsewhere')}</p>
          <p>
            <strong>{procedure.name}</strong> {procedure.goTo}
          </p>
          <WhyLine why={procedure.why} />
        </div>
      ))}
      {category === undefined ? null : (
        <section className="side-section">
          <h2>{t('assist.category')}</h2>
          <strong>{category.name}</strong>
          <WhyLine why={category.why} />
        </section>
      )}
      {unit === undefined ? null : (
        <section className="side-section">
          <h2>{t('assist.units')}</h2>
          <strong>{unit.name}</strong>
          <WhyLine why={unit.why} />
        </section>
      )}
    </>
  );
}
