import type { AssessmentScheme } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { valueText } from './figure-text.ts';
import type { SchemeIndicator } from './scheme-edits.ts';

interface SchemeTextProps {
  readonly scheme: AssessmentScheme;
  readonly indicators: readonly SchemeIndicator[];
}

/** A scheme to be read. */
export function SchemeText({ scheme: { lines, vetoes, grades }, indicators }: SchemeTextProps) {
  const { t, locale } = useLocale();
  const named = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
    locale === 'en' ? nameEn : name;
  const countName = (count: string): string =>
    t('scheme.countOf', { name: indicators.find(({ of }) => of === count)?.name ?? count });
  return (
    <>
      <TableScroll label={t('scheme.lines')}>
        <table className="plain-table report-table scheme-table">
          <caption>{t('scheme.lines')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scheme.indicator')}</th>
              <th scope="col">{t('scheme.weight')}</th>
              <th scope="col">{t('scheme.zero')}</th>
              <th scope="col">{t('scheme.full')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ indicator, weight, zero, full }) => {
              const { name = indicator, kind = 'mean' } =
                indicators.find(({ id }) => id === indicator) ?? {};
              return (
                <tr key={indicator}>
                  <th scope="row">{name}</th>
                  <td className="tabular">{weight}</td>
                  <td className="tabular">{valueText(zero, kind)}</td>
                  <td className="tabular">{valueText(full, kind)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      <h3>{t('scheme.vetoes')}</h3>
      {vetoes.length === 0 ? <p className="quiet">{t('scheme.noVetoes')}</p> : null}
      <ul className="scheme-list">
        {vetoes.map((veto) => (
          <li key={veto.id}>
            {t('scheme.vetoSays', {
              name: named(veto),
              count: countName(veto.count),
              over: veto.over,
            })}
          </li>
        ))}
      </ul>
      <h3>{t('scheme.grades')}</h3>
      <ul className="scheme-list">
        {grades.map((grade) => (
          <li key={grade.least}>
            {t('scheme.gradeSays', { name: named(grade), least: grade.least })}
          </li>
        ))}
      </ul>
    </>
  );
}
