import type { BundleAnswersBody, DraftChange, DraftView, FilingReceipt } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { bundlesApi } from '../api/bundles.ts';
import { counterApi } from '../api/counter.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { withAnswers } from './bundle-answers.ts';
import {
  toFormData,
  toMaterials,
  toTexts,
  withMaterial,
  type DraftMaterials,
  type FormTexts,
} from './draft-values.ts';

export interface DraftState {
  readonly draft: DraftView;
  readonly texts: FormTexts;
  readonly materials: DraftMaterials;
  readonly isSaving: boolean;
  readonly isFiling: boolean;
  readonly error: unknown;
  readonly receipt: FilingReceipt | undefined;
  readonly setText: (field: string, text: string) => void;
  readonly saveForm: () => Promise<void>;
  readonly setMaterial: (material: DraftMaterials[number]) => void;
  /** New answers to the questions of a bundle; false if they were refused. */
  readonly workOut: (bundleId: string, answers: BundleAnswersBody) => Promise<boolean>;
  readonly file: () => Promise<void>;
}

/** A draft that saves itself at every step; saves follow one another, so the last one wins. */
export function useDraft(stored: DraftView, item: ItemDefinition): DraftState {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(stored);
  const [texts, setTexts] = useState(() => toTexts(item.form, stored.form));
  const [materials, setMaterials] = useState(stored.materials);
  const [saving, setSaving] = useState(0);
  const [isFiling, setIsFiling] = useState(false);
  const [error, setError] = useState<unknown>();
  const [receipt, setReceipt] = useState<FilingReceipt>();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const filingKey = useRef(newIdempotencyKey());
  const send = (call: () => Promise<DraftView>): Promise<DraftView | undefined> => {
    setSaving((n) => n + 1);
    const saved = line.current.then(async () => {
      try {
        const view = await call();
        setDraft(view);
        setError(undefined);
        return view;
      } catch (caught) {
        setError(caught);
        return undefined;
      } finally {
        setSaving((n) => n - 1);
      }
    });
    line.current = saved;
    return saved;
  };
  const save = async (change: DraftChange): Promise<void> => {
    await send(() => counterApi.change(draft.draftId, change));
  };
  const saveForm = () => save({ form: toFormData(item.form, texts, draft.form) });
  return {
    draft,
    texts,
    materials,
    isSaving: saving > 0,
    isFiling,
    error,
    receipt,
    setText: (field, text) => setTexts((before) => ({ ...before, [field]: text })),
    saveForm,
    setMaterial: (material) => {
      const changed = withMaterial(materials, material);
      setMaterials(changed);
      void save({ materials: toMaterials(changed) });
    },
    workOut: async (bundleId, answers) => {
      const view = await send(() => bundlesApi.workOut(bundleId, answers, draft.draftId));
      if (view !== undefined) setTexts((before) => withAnswers(item.form, before, view.form));
      return view !== undefined;
    },
    file: async () => {
      setIsFiling(true);
      await saveForm();
      try {
        setReceipt(await counterApi.file(draft.draftId, filingKey.current));
        void queries.invalidateQueries({ queryKey: ['drafts'] });
        void queries.invalidateQueries({ queryKey: ['tasks'] });
      } catch (caught) {
        setError(caught);
      } finally {
        setIsFiling(false);
      }
    },
  };
}
