import type { AssessmentScheme } from '@yichuang/contracts';
import { Button, Input, InputNumber } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { gradeProblem, replaced, withGrade, type Grade } from './scheme-edits.ts';

interface SchemeGradesProps {
  readonly grades: readonly Grade[];
  readonly onChange: (change: Pick<AssessmentScheme, 'grades'>) => void;
}

/** From the best down; the last one takes everybody who is left. */
export function SchemeGrades({ grades, onChange }: SchemeGradesProps) {
  const { t } = useLocale();
  const change = (place: number, grade: Grade) =>
    onChange({ grades: replaced(grades, place, grade) });
  return (
    <>
      <table className="plain-table scheme-edit">
        <caption>{t('scheme.grades')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scheme.name')}</th>
            <th scope="col">{t('scheme.nameEn')}</th>
            <th scope="col">{t('scheme.least')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {grades.map((grade, place) => {
            const problem = gradeProblem(grades, place);
            const isLast = place === grades.length - 1;
            const fieldOf = (key: 'name' | 'nameEn' | 'least') =>
              t('scheme.fieldOf', { name: `${place + 1}`, field: t(`scheme.${key}`) });
            return (
              // The place is all that a grade is known by while its name is typed.
              <tr key={place}>
                {(['name', 'nameEn'] as const).map((key) => (
                  <td key={key} data-label={t(`scheme.${key}`)}>
                    <Input
                      aria-label={fieldOf(key)}
                      maxLength={200}
                      value={grade[key]}
                      onChange={(event) => change(place, { ...grade, [key]: event.target.value })}
                    />
                    {problem === undefined || key === 'nameEn' ? null : (
                      <span className="field-problem" role="alert">
                        {t(`scheme.problem.${problem}`)}
                      </span>
                    )}
                  </td>
                ))}
                <td data-label={t('scheme.least')}>
                  <InputNumber
                    aria-label={fieldOf('least')}
                    min={0}
                    max={100}
                    disabled={isLast}
                    value={grade.least}
                    onChange={(least) =>
                      least === null ? undefined : change(place, { ...grade, least })
                    }
                  />
                </td>
                <td>
                  {isLast ? null : (
                    <Button
                      type="text"
                      aria-label={t('scheme.removeNamed', { name: grade.name })}
                      onClick={() => onChange({ grades: grades.filter((one) => one !== grade) })}
                    >
                      {t('scheme.remove')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button onClick={() => onChange({ grades: withGrade(grades) })}>
        {t('scheme.addGrade')}
      </Button>
    </>
  );
}
