import { faulty } from '../../materials/check-values.ts';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import type { RequestCorrectionValues } from './form-values.ts';

/** What will be asked for, as the applicant will read it. */
export function RequestCorrectionPanel({
  subject,
  problems,
}: ActPanelProps<RequestCorrectionValues>) {
  const { t } = useLocale();
  const wanted = faulty(subject.checks, subject.view);
  const problem = problems['items'];
  return (
    <>
      {problem === undefined ? null : (
        <p className="notice notice-soft">{t(problem.key, problem.params)}</p>
      )}
      <p className="field-label">{t('act.RequestCorrection.items', { n: wanted.length })}</p>
      <ol className="asked">
        {wanted.map(({ materialId, name }) => {
          const check = subject.checks[materialId];
          return (
            <li key={materialId}>
              <strong>{name}</strong>
              <span className="asked-verdict">
                {t(`materials.${check?.verdict ?? 'unchecked'}`)}
              </span>
              <div>{check?.problem}</div>
              <div className="quiet">{check?.instruction}</div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
