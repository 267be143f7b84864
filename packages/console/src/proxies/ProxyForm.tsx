import type { PersonName } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { officeApi } from '../api/office.ts';
import { peopleApi } from '../api/people.ts';
import { formatDay } from '../format/format-day.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMyId } from '../session/use-session.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { emptyProxy, problemsOf, toProxy, type ProxyValues } from './proxy-values.ts';

/** Who, from when until when, for what; read back as one sentence before it is set. */
export function ProxyForm({ principal }: { readonly principal: PersonName | undefined }) {
  const { t, locale } = useLocale();
  const me = useMyId();
  const queries = useQueryClient();
  const home = useQuery({ queryKey: ['office', 'home'], queryFn: officeApi.home });
  const empty = emptyProxy(home.data?.today ?? '');
  const [typed, setValues] = useState<ProxyValues>();
  const values = typed ?? empty;
  const [isChecked, setIsChecked] = useState(false);
  const problems = isChecked ? problemsOf(values) : {};
  const change = (part: Partial<ProxyValues>) =>
    setValues((before) => ({ ...(before ?? empty), ...part }));
  const set = useMutation({
    mutationFn: () =>
      peopleApi.setProxy(toProxy({ ...values, ...(principal === undefined ? {} : { principal }) })),
    onSuccess: async () => {
      toast(t('proxies.set'));
      setIsChecked(false);
      setValues(undefined);
      await queries.invalidateQueries({ queryKey: ['proxies'] });
    },
  });
  const day = (name: 'fromOn' | 'untilOn') => {
    const problem = problems[name];
    return (
      <Field label={t(`proxies.${name}`)} problem={problem === undefined ? undefined : t(problem)}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={values[name]}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        )}
      </Field>
    );
  };
  const { deputy } = values;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (Object.keys(problemsOf(values)).length === 0) set.mutate();
      }}
    >
      <PersonPicker
        label={t('proxies.deputy')}
        chosen={deputy}
        problem={problems.deputy === undefined ? undefined : t(problems.deputy)}
        without={[principal?.personId ?? me ?? '']}
        onChoose={(person) => {
          const { deputy: _before, ...rest } = values;
          setValues(person === undefined ? rest : { ...rest, deputy: person });
        }}
      />
      <div className="desk-pair">
        {day('fromOn')}
        {day('untilOn')}
      </div>
      <ItemChoice codes={values.itemCodes} onChange={(itemCodes) => change({ itemCodes })} />
      <Checkbox
        checked={values.includesCurrent}
        onChange={(event) => change({ includesCurrent: event.target.checked })}
      >
        {t('proxies.includesCurrent')}
      </Checkbox>
      <Field label={t('proxies.reason')}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={values.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      {deputy === undefined || Object.keys(problemsOf(values)).length > 0 ? null : (
        <p className="desk-sentence" role="status">
          {t('proxies.sentence', {
            from: formatDay(values.fromOn, locale),
            until: formatDay(values.untilOn, locale),
            deputy: deputy.name,
            principal: principal?.name ?? t('proxies.me'),
            scope: t(values.itemCodes.length === 0 ? 'proxies.scopeAll' : 'proxies.scopeSome'),
            current: t(values.includesCurrent ? 'proxies.current' : 'proxies.newOnly'),
          })}
        </p>
      )}
      {set.isError ? <ProblemNotice error={set.error} /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={set.isPending}>
        {t('proxies.submit')}
      </Button>
    </form>
  );
}

interface ItemChoiceProps {
  readonly codes: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** None ticked: everything. Approvals within the office are what is passed on one by one. */
function ItemChoice({ codes, onChange }: ItemChoiceProps) {
  const { t } = useLocale();
  const home = useQuery({ queryKey: ['office', 'home'], queryFn: officeApi.home });
  const items = home.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="desk-more">
      <summary>
        {codes.length === 0
          ? t('proxies.allItems')
          : t('proxies.itemsChosen', { count: codes.length })}
      </summary>
      <Checkbox.Group
        value={[...codes]}
        options={items.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(chosen) => onChange(chosen)}
      />
    </details>
  );
}
