import type { DraftView, FilingReceipt } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { counterApi } from '../api/counter.ts';
import { newIdempotencyKey } from '../api/request.ts';
import {
  toFormData,
  toMaterials,
  toTexts,
  withMaterial,
  type DraftMaterials,
  type FormTexts,
} from './draft-values.ts';

interface DraftState {
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
  const save = (change: Parameters<typeof counterApi.change>[1]): Promise<void> => {
    setSaving((n) => n + 1);
    const saved = line.current.then(async () => {
      try {
        setDraft(await counterApi.change(draft.draftId, change));
        setError(undefined);
      } catch (caught) {
        setError(caught);
      } finally {
        setSaving((n) => n - 1);
      }
    });
    line.current = saved;
    return saved;
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
