import { useQuery } from '@tanstack/react-query';
import { officeApi } from '../../api/office.ts';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { HandOutCaseValues } from './form-values.ts';

/** By which item, to which unit, with which words. */
export function HandOutCasePanel({ values, problems, onChange }: ActPanelProps<HandOutCaseValues>) {
  const { t } = useLocale();
  const home = useQuery({ queryKey: ['office', 'home'], queryFn: officeApi.home });
  const start = useQuery({
    queryKey: ['office', 'start', values.itemCode],
    queryFn: () => officeApi.start(values.itemCode),
    enabled: values.itemCode !== '',
  });
  const sentence = (name: string) => {
    const problem = problems[name];
    return problem === undefined ? undefined : t(problem.key);
  };
  const items = (home.data?.items ?? []).filter(({ canBeHandedOut }) => canBeHandedOut);
  const field = start.data?.item.handOutForm?.unit;
  const units = field === undefined ? [] : (start.data?.units[field] ?? []);
  return (
    <>
      <ChoiceField
        label={t('act.HandOutCase.item')}
        value={values.itemCode}
        problem={sentence('itemCode')}
        choices={items.map(({ code, name, summary }) => ({
          value: code,
          title: name,
          hint: summary,
        }))}
        onChange={(itemCode) => onChange({ itemCode, orgId: '' })}
      />
      {values.itemCode === '' ? null : (
        <ChoiceField
          label={t('act.HandOutCase.unit')}
          value={values.orgId}
          problem={sentence('orgId')}
          choices={units.map(({ id, name, parentName }) => ({
            value: id,
            title: name,
            hint: parentName,
          }))}
          onChange={(orgId) => onChange({ orgId })}
        />
      )}
      <ReasonField
        label={t('act.HandOutCase.note')}
        name="note"
        value={values.note}
        problems={problems}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}
