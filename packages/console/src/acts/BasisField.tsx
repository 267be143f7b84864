import { Input } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Field } from '../ui/Field.tsx';
import type { ActSubject, Problems } from './act.ts';
import { basesOf, OTHER_BASIS, type BasisValues } from './basis-values.ts';

interface BasisFieldProps {
  readonly subject: ActSubject;
  readonly values: BasisValues;
  readonly problems: Problems;
  readonly onChange: (change: Partial<BasisValues>) => void;
}

/** Which article: chosen from the item's own, with its wording, or typed. */
export function BasisField({ subject, values, problems, onChange }: BasisFieldProps) {
  const { t } = useLocale();
  const problem = problems['basis'];
  const choices = basesOf(subject).map((basis, index) => ({
    value: String(index),
    title: `${basis.law} ${basis.article}`,
    hint: basis.text,
  }));
  return (
    <>
      <ChoiceField
        label={t('act.basis')}
        value={values.basisChoice}
        problem={problem === undefined ? undefined : t(problem.key)}
        choices={[...choices, { value: OTHER_BASIS, title: t('act.basisOther') }]}
        onChange={(basisChoice) => onChange({ basisChoice })}
      />
      {values.basisChoice === OTHER_BASIS ? (
        <div className="field-pair">
          <Field label={t('act.basisLaw')}>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={values.basisLaw}
                onChange={(event) => onChange({ basisLaw: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('act.basisArticle')}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                value={values.basisArticle}
                onChange={(event) => onChange({ basisArticle: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : null}
    </>
  );
}
