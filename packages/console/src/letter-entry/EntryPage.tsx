import type { LetterEntryReceipt } from '@yichuang/contracts';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { lettersApi } from '../api/letters.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { LetterNav } from '../letter-list/LetterNav.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { entryProblems, newEntry, toEntry, type EntryValues } from './entry-values.ts';
import { EntryFields } from './EntryFields.tsx';
import { EntryReceipt } from './EntryReceipt.tsx';
import { Neighbours } from './Neighbours.tsx';

/** Paper, visit or call in under a minute: one form, keyboard first, look-alikes beside. */
export function EntryPage() {
  const { t } = useLocale();
  const canEnter = useMay('letter:enter');
  const [values, setValues] = useState(newEntry);
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [receipt, setReceipt] = useState<LetterEntryReceipt>();
  const form = useRef<HTMLFormElement>(null);
  // The same letter tried again (after a lost connection) keeps its key; a changed one does not.
  const attempt = useRef({ body: '', key: '' });
  const problems = isChecked ? entryProblems(values) : {};
  const problemNames = Object.keys(problems).join(' ');
  useEffect(() => {
    if (problemNames === '') return;
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [problemNames]);
  const send = async () => {
    setIsChecked(true);
    if (isSending || Object.keys(entryProblems(values)).length > 0) return;
    setIsSending(true);
    setError(undefined);
    try {
      const body = toEntry(values);
      const text = JSON.stringify(body);
      if (attempt.current.body !== text) attempt.current = { body: text, key: newIdempotencyKey() };
      setReceipt(await lettersApi.enter(body, attempt.current.key));
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  const next = () => {
    const { channel, itemCode, receivedOn } = values;
    setValues(newEntry({ channel, itemCode, receivedOn }));
    setReceipt(undefined);
    setIsChecked(false);
  };
  if (!canEnter) return <Page title={t('entry.title')}>{t('state.noRight')}</Page>;
  if (receipt !== undefined) {
    return <EntryReceipt receipt={receipt} title={values.title} onNext={next} />;
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <Page title={t('entry.title')} lead={t('entry.lead')}>
      <LetterNav />
      <div className="entry">
        <form
          ref={form}
          className="paper"
          noValidate
          aria-label={t('entry.title')}
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <EntryFields
            values={values}
            problems={problems}
            onChange={(change: Partial<EntryValues>) => setValues((now) => ({ ...now, ...change }))}
          />
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button type="primary" size="large" htmlType="submit" loading={isSending}>
            {t('entry.submit')}
          </Button>{' '}
          <span className="quiet only-keyboard">{t('entry.keys')}</span>
        </form>
        <Neighbours values={values} />
      </div>
    </Page>
  );
}
