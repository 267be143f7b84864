import { countChecked } from '../../materials/check-values.ts';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import type { CheckMaterialsValues } from './form-values.ts';

export function CheckMaterialsPanel({ subject, problems }: ActPanelProps<CheckMaterialsValues>) {
  const { t } = useLocale();
  const problem = problems['items'];
  const { checks, view } = subject;
  return (
    <>
      <p>
        {t('materials.progress', {
          done: countChecked(checks, view),
          all: view.materials.length,
        })}
      </p>
      {problem === undefined ? null : (
        <p className="notice notice-soft">{t(problem.key, problem.params)}</p>
      )}
    </>
  );
}
