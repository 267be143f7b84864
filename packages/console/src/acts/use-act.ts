import type { CommandResult } from '@yichuang/contracts';
import { useRef, useState } from 'react';
import { casesApi } from '../api/cases.ts';
import { ProblemError } from '../api/problem-error.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { useLocale } from '../session/use-locale.ts';
import type { Act, ActSubject, ActType, Problems } from './act.ts';
import { actKey } from './act-key.ts';
import { draftKey, dropDraft, keepDraft, readDraft } from './drafts.ts';

interface UseAct<T extends ActType, V extends object> {
  readonly act: Act<T, V>;
  readonly subject: ActSubject;
  readonly saveChecks: () => Promise<void>;
  readonly onDone: (result: CommandResult) => void;
  readonly onStale: (refusal: unknown) => void;
}

/** `previewed`: undefined while nothing is shown, null when the act issues no document. */
interface ActState<V> {
  readonly values: V;
  readonly problems: Problems;
  readonly busy: 'sending' | 'previewing' | undefined;
  readonly error: unknown;
  readonly previewed: Blob | null | undefined;
  readonly change: (change: Partial<V>) => void;
  readonly send: () => Promise<void>;
  readonly preview: () => Promise<void>;
  readonly closePreview: () => void;
}

export function useAct<T extends ActType, V extends object>(given: UseAct<T, V>): ActState<V> {
  const { act, subject, saveChecks, onDone, onStale } = given;
  const { t } = useLocale();
  const { caseId } = subject.view;
  const key = draftKey(caseId, actKey(subject.allowed));
  const [values, setValues] = useState<V>(() => readDraft<V>(key) ?? act.toForm(subject, t));
  const [isChecked, setIsChecked] = useState(false);
  const [busy, setBusy] = useState<'sending' | 'previewing'>();
  const [error, setError] = useState<unknown>();
  const [previewed, setPreviewed] = useState<Blob | null>();
  // The same command tried again (after a lost connection) keeps its key; a changed one does not.
  const attempt = useRef({ command: '', key: '' });
  const run = async (what: 'sending' | 'previewing', work: () => Promise<void>) => {
    setIsChecked(true);
    if (busy !== undefined || Object.keys(act.problemsOf(values, subject)).length > 0) return;
    setBusy(what);
    setError(undefined);
    try {
      if (act.savesChecks) await saveChecks();
      await work();
    } catch (caught) {
      setError(caught);
      setPreviewed(undefined);
      if (isStale(caught)) onStale(caught);
    } finally {
      setBusy(undefined);
    }
  };
  return {
    values,
    problems: isChecked ? act.problemsOf(values, subject) : {},
    busy,
    error,
    previewed,
    change: (change) => {
      const changed = { ...values, ...change };
      keepDraft(key, changed);
      setValues(changed);
    },
    send: () =>
      run('sending', async () => {
        const command = act.toCommand(values, subject);
        const text = JSON.stringify(command);
        if (attempt.current.command !== text) {
          attempt.current = { command: text, key: newIdempotencyKey() };
        }
        const result = await casesApi.command(caseId, command, attempt.current.key);
        dropDraft(key);
        setPreviewed(undefined);
        onDone(result);
      }),
    preview: () =>
      run('previewing', async () => {
        const file = await casesApi.preview(caseId, act.toCommand(values, subject));
        setPreviewed(file ?? null);
      }),
    closePreview: () => setPreviewed(undefined),
  };
}

/** The case has moved, or the right to act has gone: what is on the screen is no longer true. */
export function isStale(error: unknown): boolean {
  return error instanceof ProblemError && [403, 404, 409].includes(error.problem.status);
}
