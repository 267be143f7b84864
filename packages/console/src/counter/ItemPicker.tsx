import type { ItemSummary } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { counterApi } from '../api/counter.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { Picked } from '../ui/Picked.tsx';
import { sentenceOf } from '../ui/ProblemNotice.tsx';

interface ItemPickerProps {
  readonly chosen: ItemSummary | undefined;
  readonly problem: string | undefined;
  readonly onChoose: (item: ItemSummary | undefined) => void;
}

/** Type a few characters, pick from the list; only items that can be filed online are offered. */
export function ItemPicker({ chosen, problem, onChoose }: ItemPickerProps) {
  const { t } = useLocale();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['items', q],
    queryFn: () => counterApi.findItems(q),
    enabled: chosen === undefined,
    placeholderData: (before) => before,
  });
  if (chosen !== undefined) {
    return (
      <Picked
        label={t('counter.item')}
        name={chosen.name}
        change={t('counter.change')}
        onChange={() => onChoose(undefined)}
      >
        <span className="quiet">{chosen.orgName}</span>
      </Picked>
    );
  }
  const rows = (found.data?.rows ?? []).filter((row) => row.isOnline);
  return (
    <div className="picker">
      <Field label={t('counter.item')} problem={problem}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            placeholder={t('counter.itemSearch')}
            maxLength={100}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <ul className="picks" aria-label={t('counter.item')}>
        {rows.map((row) => (
          <li key={row.code}>
            <button type="button" onClick={() => onChoose(row)}>
              <strong>{row.name}</strong> <span className="quiet">{row.orgName}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.isError ? <p role="alert">{sentenceOf(found.error, t)}</p> : null}
      {found.isSuccess && rows.length === 0 ? (
        <p className="quiet">{t('counter.itemNone')}</p>
      ) : null}
    </div>
  );
}
