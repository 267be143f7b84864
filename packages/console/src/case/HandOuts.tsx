import type { CaseView } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';

/** Cases that other units do because of this one; it waits for none of them. */
export function HandOuts({ handOuts }: Pick<CaseView, 'handOuts'>) {
  const { t } = useLocale();
  if (handOuts.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('handOuts.title')}>
      <h2>{t('handOuts.title')}</h2>
      <ul className="readings">
        {handOuts.map(({ handOutId, orgName, note, caseId, number }) => (
          <li key={handOutId}>
            <div className="clock-head">
              <span>{orgName}</span>
              {caseId === undefined ? (
                <span className="quiet">{t('handOuts.making')}</span>
              ) : (
                <Link to="/cases/$caseId" params={{ caseId }} className="tabular">
                  {number ?? t('handOuts.open')}
                </Link>
              )}
            </div>
            {note === '' ? null : <div className="quiet">{note}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
