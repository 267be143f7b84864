import { Input } from 'antd';
import type { Problems } from '../acts/act.ts';
import { useUnits } from '../letters/use-letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { EntryValues } from './entry-values.ts';

interface MoreFieldsProps {
  readonly values: EntryValues;
  readonly problems: Problems;
  /** A report on officials: it says whom it is about. */
  readonly isAccusing: boolean;
  readonly onChange: (change: Partial<EntryValues>) => void;
}

/** What most letters do not say. Open by itself where something in it is wrong. */
export function MoreFields({ values, problems, isAccusing, onChange }: MoreFieldsProps) {
  const { t } = useLocale();
  const problemOf = (name: string) => {
    const problem = problems[name];
    return problem === undefined ? undefined : t(problem.key, problem.params);
  };
  const isWrong = problems['people'] !== undefined || problems['representatives'] !== undefined;
  return (
    <>
      {isAccusing ? <Accused values={values} onChange={onChange} /> : null}
      <details className="field" open={isWrong ? true : undefined}>
        <summary>{t('entry.more')}</summary>
        <Field label={t('letters.wish')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              value={values.wish}
              onChange={(event) => onChange({ wish: event.target.value })}
            />
          )}
        </Field>
        <div className="field-pair">
          <SelectField
            label={t('letters.public')}
            value={values.wantsPublic}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              title: t(`letters.wantsPublic.${value}`),
            }))}
            onChange={(wantsPublic) => onChange({ wantsPublic })}
          />
          <Field label={t('entry.idNumber')}>
            {(control) => (
              <Input
                {...control}
                maxLength={18}
                value={values.idNumber}
                onChange={(event) => onChange({ idNumber: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('entry.people')} problem={problemOf('people')}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                maxLength={7}
                className="input-short"
                value={values.people}
                onChange={(event) => onChange({ people: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Field
          label={t('letters.representatives')}
          hint={t('entry.representativesHint')}
          problem={problemOf('representatives')}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 5 }}
              value={values.representatives}
              onChange={(event) => onChange({ representatives: event.target.value })}
            />
          )}
        </Field>
      </details>
    </>
  );
}

/** @basis 信访工作条例 第三十条: 不得将信访人的检举、揭发材料透露或者转给被检举、揭发的人员或者单位。 */
function Accused({ values, onChange }: Pick<MoreFieldsProps, 'values' | 'onChange'>) {
  const { t } = useLocale();
  const units = useUnits().data ?? [];
  return (
    <>
      <p className="notice notice-soft">{t('letters.confidential')}</p>
      <div className="field-pair">
        <SelectField
          label={t('entry.accusedOrg')}
          value={values.accusedOrg}
          options={units.map(({ orgId, name }) => ({ value: orgId, title: name }))}
          onChange={(accusedOrg) => onChange({ accusedOrg })}
        />
        <Field label={t('entry.accusedName')}>
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              value={values.accusedName}
              onChange={(event) => onChange({ accusedName: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
