import type { LetterAssistance } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import type { LegalBasis } from '@yichuang/kernel/time';
import { Button, Input } from 'antd';
import type { ValueProblem } from '../acts/act.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { WhyLine } from './WhyLine.tsx';

interface LawsValues {
  readonly basis: readonly LegalBasis[];
  readonly law: string;
  readonly article: string;
}

interface LawsFieldProps {
  readonly item: ItemDefinition | undefined;
  readonly suggested: LetterAssistance['laws'];
  readonly values: LawsValues;
  readonly problem: ValueProblem | undefined;
  readonly isOptional: boolean;
  readonly onChange: (change: Partial<LawsValues>) => void;
}

/** The laws that the answer rests on: suggested ones by a tap, any other typed. */
export function LawsField(props: LawsFieldProps) {
  const { item, suggested, values, problem, isOptional, onChange } = props;
  const { t } = useLocale();
  const { basis } = values;
  const offered = [
    ...suggested,
    ...(item?.legalBasis ?? []).map((each) => ({ basis: each, why: [] })),
  ].filter((each) => !basis.some((chosen) => isSame(chosen, each.basis)));
  const add = (added: LegalBasis) => onChange({ basis: [...basis, added] });
  return (
    <fieldset className={problem === undefined ? 'field' : 'field field-wrong'}>
      <legend className="field-label">
        {t('act.basis')}
        {isOptional ? t('form.optional') : ''}
      </legend>
      {basis.length === 0 ? null : (
        <ul className="chosen-people" aria-label={t('act.basis')}>
          {basis.map((chosen) => (
            <li key={`${chosen.law} ${chosen.article}`}>
              {chosen.law} {chosen.article}{' '}
              <Button
                type="link"
                size="small"
                aria-label={t('letters.lawWithout', { law: `${chosen.law} ${chosen.article}` })}
                onClick={() => onChange({ basis: basis.filter((each) => !isSame(each, chosen)) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {offered.length === 0 ? null : (
        <details>
          <summary>{t('letters.lawsOffered', { n: offered.length })}</summary>
          <ul className="picks">
            {offered.map((each) => (
              <li key={`${each.basis.law} ${each.basis.article}`}>
                <button type="button" onClick={() => add(each.basis)}>
                  {each.basis.law} {each.basis.article}
                  <WhyLine why={each.why} />
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="field-pair">
        {(['law', 'article'] as const).map((name) => (
          <Field key={name} label={t(name === 'law' ? 'act.basisLaw' : 'act.basisArticle')}>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={values[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {problem === undefined ? null : <div className="field-problem">{t(problem.key)}</div>}
    </fieldset>
  );
}

function isSame(a: LegalBasis, b: LegalBasis): boolean {
  return a.law === b.law && a.article === b.article;
}
