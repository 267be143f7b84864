import type { DebtView } from '@yichuang/contracts';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';

/** What the applicant may bring later or has promised: until when, and what follows otherwise. */
export function Debts({ debts }: { readonly debts: readonly DebtView[] }) {
  const { t } = useLocale();
  if (debts.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('debt.title')}>
      <h2>{t('debt.title')}</h2>
      <ul className="debts">
        {debts.map((debt) => (
          <Debt key={debt.debtId} debt={debt} />
        ))}
      </ul>
    </section>
  );
}

function Debt({ debt }: { readonly debt: DebtView }) {
  const { t, locale } = useLocale();
  const isOpen = debt.status === 'owed' || debt.status === 'supplied';
  return (
    <li>
      <div className="clock-head">
        <span>{debt.name}</span>
        {debt.light === undefined ? null : <Light light={debt.light} />}
      </div>
      <div className="debt-facts">
        <span className="tag">{t(`debt.${debt.kind}`)}</span>
        <strong className={`debt-${debt.status}`}>
          {isOpen && debt.lapsedAt !== undefined
            ? t('debt.lapsed')
            : t(`debt.status.${debt.status}`)}
        </strong>
        {debt.dueOn === undefined || debt.status !== 'owed' ? null : (
          <span className="quiet">{t('debt.due', { day: formatDay(debt.dueOn, locale) })}</span>
        )}
      </div>
      {isOpen && debt.consequence !== '' ? <div className="quiet">{debt.consequence}</div> : null}
      {debt.note === undefined || debt.note === '' ? null : (
        <blockquote className="opinion">{debt.note}</blockquote>
      )}
    </li>
  );
}
