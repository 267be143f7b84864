import type { ReferralView } from '@yichuang/contracts';
import { formatAt, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';

/** The way that the letter took through the offices, with every objection and its answer. */
export function Referrals({ referrals }: { readonly referrals: readonly ReferralView[] }) {
  const { t, locale } = useLocale();
  if (referrals.length === 0) return null;
  return (
    <section className="side-section">
      <h2>{t('letters.referrals')}</h2>
      <ol className="records">
        {referrals.map((referral) => (
          <li key={referral.referralId}>
            <strong>{referral.to}</strong> {t(`letters.manner.${referral.manner}`)}{' '}
            <span className="tag">{t(`referralStatus.${referral.status}`)}</span>
            {referral.coUnits.length === 0 ? null : (
              <p>{t('letters.together', { units: referral.coUnits.join(t('list.comma')) })}</p>
            )}
            {referral.note === '' ? null : <p>{referral.note}</p>}
            {referral.reportBy === undefined ? null : (
              <p>{t('letters.reportUntil', { day: formatDay(referral.reportBy, locale) })}</p>
            )}
            <p className="quiet">
              {referral.by} · {formatAt(referral.at, locale)}
            </p>
            <Objection referral={referral} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Objection({ referral }: { readonly referral: ReferralView }) {
  const { t } = useLocale();
  const { objection, verdict } = referral;
  if (objection === undefined) return null;
  return (
    <blockquote className="opinion">
      <strong>{t('letters.objection')}</strong> {objection.reason}{' '}
      <span className="quiet">{objection.by}</span>
      {verdict === undefined ? null : (
        <p>
          <strong>
            {t(verdict.isUpheld ? 'act.AnswerObjection.upheld' : 'act.AnswerObjection.rejected')}
          </strong>{' '}
          {verdict.reason}
        </p>
      )}
    </blockquote>
  );
}
