import type { CaseView } from '@yichuang/contracts';
import { fen, formatFen } from '@yichuang/kernel/money';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { useSession } from '../session/use-session.ts';
import { holdersByStep } from './holders-by-step.ts';
import { signingsToShow } from './signing-lines.ts';

/** Who has it, and what one should know before acting: fee, procedures, supervision. */
export function Checks({ view }: { readonly view: CaseView }) {
  const { t, locale } = useLocale();
  const me = useSession().staff?.name;
  const running = view.specialProcedures.filter(({ endedOn }) => endedOn === undefined);
  const { fee } = view;
  // Where several sign, each has a line of their own below.
  const listed = new Set(signingsToShow(view.signings).map(({ stepId }) => stepId));
  const held = view.tasks.filter(({ stepId }) => !listed.has(stepId));
  return (
    <section className="side-section" aria-label={t('case.holders')}>
      {held.length === 0 ? null : (
        <>
          <h2>{t('case.holders')}</h2>
          <ul className="holders">
            {holdersByStep(held, me).map((step) => (
              <li key={step.stepId}>
                <strong>{step.stepName}</strong>{' '}
                <span className="quiet">
                  {[
                    ...(step.isMine ? [t('case.mine')] : []),
                    ...(step.isOrphan ? [t('case.unassigned')] : []),
                    ...step.names,
                  ].join(t('list.comma'))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.urges.length === 0 ? null : (
        <p className="quiet">{t('urges.title', { count: view.urges.length })}</p>
      )}
      {view.decision === undefined ? null : (
        <p className="decision">
          {t('case.decision')} <strong>{t(`case.decision.${view.decision.outcome}`)}</strong>{' '}
          <span className="quiet">{formatDay(view.decision.decidedOn, locale)}</span>
        </p>
      )}
      {view.isDeemedAccepted ? <p className="notice notice-soft">{t('case.deemed')}</p> : null}
      {running.map((procedure) => (
        <p key={procedure.procedureId} className="notice notice-soft">
          {procedure.name} · {formatDay(procedure.startedOn, locale)} ·{' '}
          {t('days.CD', { n: procedure.expectedDays })}
        </p>
      ))}
      {fee === undefined ? null : (
        <p className="fee">
          {t(fee.paidAt === undefined ? 'fee.due' : 'fee.paid')}{' '}
          <strong className="tabular">{formatFen(fen(fee.amountFen))}</strong>
        </p>
      )}
      {view.hits.map((hit) => (
        <p key={`${hit.rule} ${hit.at}`} className="notice notice-soft">
          {t('case.hits', { rule: hit.rule })}
        </p>
      ))}
    </section>
  );
}
