import type { CaseView } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { casesApi } from '../api/cases.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { draftKey, dropDraft, keepDraft, readDraft } from '../acts/drafts.ts';
import {
  changedChecks,
  hasChanges,
  mergeChecks,
  type CheckValues,
} from '../materials/check-values.ts';

interface Checks {
  readonly checks: CheckValues;
  readonly setChecks: (checks: CheckValues) => void;
  /** Sends what the server does not know yet; nothing when it knows all. */
  readonly saveChecks: () => Promise<void>;
}

/** Verdicts given on this screen, kept until they are saved. */
export function useChecks(view: CaseView): Checks {
  const queries = useQueryClient();
  const { caseId } = view;
  const key = draftKey(caseId, 'checks');
  const [typed, setTyped] = useState<CheckValues>(() => readDraft<CheckValues>(key) ?? {});
  const checks = mergeChecks(typed, view.materials);
  const taskId = view.allowed.find(({ act }) => act === 'CheckMaterials')?.taskId;
  return {
    checks,
    setChecks: (changed) => {
      keepDraft(key, changed);
      setTyped(changed);
    },
    saveChecks: async () => {
      if (taskId === undefined || !hasChanges(checks, view)) return;
      const command = { type: 'CheckMaterials' as const, taskId, ...changedChecks(checks, view) };
      await casesApi.command(caseId, command, newIdempotencyKey());
      dropDraft(key);
      setTyped({});
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  };
}
