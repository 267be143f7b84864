import type { AssessmentScheme } from '@yichuang/contracts';
import { Button, Input, InputNumber } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { SelectBox } from '../ui/SelectBox.tsx';
import {
  nameProblem,
  newVeto,
  replaced,
  vetoCounts,
  type SchemeIndicator,
  type Veto,
} from './scheme-edits.ts';

interface SchemeVetoesProps {
  readonly vetoes: readonly Veto[];
  readonly indicators: readonly SchemeIndicator[];
  readonly onChange: (change: Pick<AssessmentScheme, 'vetoes'>) => void;
}

const NAMES = ['name', 'nameEn'] as const;

/** 单项否决: one of these, and the score is nothing. */
export function SchemeVetoes({ vetoes, indicators, onChange }: SchemeVetoesProps) {
  const { t } = useLocale();
  const counts = vetoCounts(indicators);
  const change = (place: number, veto: Veto) => onChange({ vetoes: replaced(vetoes, place, veto) });
  const countName = (count: string): string =>
    t('scheme.countOf', { name: indicators.find(({ of }) => of === count)?.name ?? count });
  return (
    <>
      <h3>{t('scheme.vetoes')}</h3>
      {vetoes.map((veto, place) => {
        const problem = nameProblem(veto);
        return (
          <div key={veto.id} className="scheme-row" role="group" aria-label={veto.name}>
            {NAMES.map((key) => (
              <Field
                key={key}
                label={t(`scheme.${key}`)}
                problem={
                  problem === undefined || veto[key].trim() !== ''
                    ? undefined
                    : t(`scheme.problem.${problem}`)
                }
              >
                {(control) => (
                  <Input
                    {...control}
                    maxLength={200}
                    value={veto[key]}
                    onChange={(event) => change(place, { ...veto, [key]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <p className="scheme-count">
              <span className="field-label">{t('scheme.count')}</span>
              {countName(veto.count)}
            </p>
            <Field label={t('scheme.over')}>
              {(control) => (
                <InputNumber
                  {...control}
                  min={0}
                  precision={0}
                  value={veto.over}
                  onChange={(over) =>
                    over === null ? undefined : change(place, { ...veto, over })
                  }
                />
              )}
            </Field>
            <Button
              type="text"
              aria-label={t('scheme.removeNamed', { name: veto.name })}
              onClick={() => onChange({ vetoes: vetoes.filter((one) => one !== veto) })}
            >
              {t('scheme.remove')}
            </Button>
          </div>
        );
      })}
      <SelectBox
        label={t('scheme.addVeto')}
        value={undefined}
        options={counts.map(({ of }) => ({ value: of, title: countName(of) }))}
        onChange={(of) => {
          const counted = counts.find((one) => one.of === of);
          if (counted !== undefined) onChange({ vetoes: [...vetoes, newVeto(counted, vetoes)] });
        }}
      />
    </>
  );
}
