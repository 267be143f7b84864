import type { DesignDraftView, DesignProblem } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import { designerApi } from '../api/designer.ts';
import { ProblemError } from '../api/problem-error.ts';
import { idsIn } from './model/ids-in.ts';
import { begin, record, redo, undo, type History } from './model/history.ts';

/** Long enough not to save every letter, short enough that nobody waits for the problems. */
const QUIET_MS = 700;

/**
 * saved → changed (by an edit) → saving (after a moment of quiet) → saved, or failed (tried again
 * with the next edit or on demand), or conflict: somebody else saved meanwhile, and a person has to
 * say whose draft goes on. Nothing is saved while in conflict.
 */
export type SaveState =
  | { readonly name: 'saved'; readonly at: string }
  | { readonly name: 'changed' }
  | { readonly name: 'saving' }
  | { readonly name: 'failed'; readonly error: unknown }
  | { readonly name: 'conflict'; readonly error: unknown };

export interface Design {
  readonly item: ItemDefinition;
  readonly problems: readonly DesignProblem[];
  readonly save: SaveState;
  readonly revision: number;
  /** Ids that have meant something: never given to anything new. */
  readonly reserved: ReadonlySet<string>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** `mark`: edits with the same mark in a row are undone together. */
  readonly change: (edit: (item: ItemDefinition) => ItemDefinition, mark?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Saves what is not saved yet; the revision that then stands, undefined when it failed. */
  readonly flush: () => Promise<number | undefined>;
  /** Ends a conflict with one's own draft, or with the other's. */
  readonly settle: (whose: 'mine' | 'theirs') => Promise<void>;
}

export function useDesign(view: DesignDraftView): Design {
  const [history, setHistory] = useState<History<ItemDefinition>>(() => begin(view.item));
  const [problems, setProblems] = useState(view.problems);
  const [save, setSave] = useState<SaveState>({ name: 'saved', at: view.changedAt });
  const [revision, setRevision] = useState(view.revision);
  const latest = useRef({
    item: view.item,
    savedItem: view.item,
    savedAt: view.changedAt,
    revision: view.revision,
  });
  const line = useRef<Promise<number | undefined>>(Promise.resolve(view.revision));
  const reserved = useRef<Set<string>>(
    new Set([...idsIn(view.item), ...(view.base === undefined ? [] : idsIn(view.base))]),
  );
  const item = history.present;
  useEffect(() => {
    latest.current.item = item;
    for (const id of idsIn(item)) reserved.current.add(id);
  }, [item]);

  const send = useCallback(async (): Promise<number | undefined> => {
    const { item: sent, savedItem } = latest.current;
    if (sent === savedItem) {
      setSave({ name: 'saved', at: latest.current.savedAt });
      return latest.current.revision;
    }
    setSave({ name: 'saving' });
    try {
      const saved = await designerApi.save(view.draftId, {
        revision: latest.current.revision,
        item: sent,
      });
      latest.current = {
        ...latest.current,
        savedItem: sent,
        savedAt: saved.changedAt,
        revision: saved.revision,
      };
      setRevision(saved.revision);
      setProblems(saved.problems);
      const isWhole = latest.current.item === sent;
      setSave(isWhole ? { name: 'saved', at: saved.changedAt } : { name: 'changed' });
      return saved.revision;
    } catch (error) {
      const isConflict = error instanceof ProblemError && error.problem.status === 409;
      setSave(isConflict ? { name: 'conflict', error } : { name: 'failed', error });
      return undefined;
    }
  }, [view.draftId]);
  const flush = useCallback((): Promise<number | undefined> => {
    line.current = line.current.then(send);
    return line.current;
  }, [send]);

  // Read again in another language: the same draft, other words for its problems.
  useEffect(() => {
    if (view.revision === latest.current.revision) setProblems(view.problems);
  }, [view]);

  const isConflict = save.name === 'conflict';
  useEffect(() => {
    const isWaiting = save.name === 'changed' || item !== latest.current.savedItem;
    if (isConflict || !isWaiting) return undefined;
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [item, isConflict, save.name, flush]);
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (latest.current.item !== latest.current.savedItem) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      void flush();
    };
  }, [flush]);

  const edit = (next: (past: History<ItemDefinition>) => History<ItemDefinition>) => {
    setHistory(next);
    setSave((state) => (state.name === 'conflict' ? state : { name: 'changed' }));
  };
  return {
    item,
    problems,
    save,
    revision,
    reserved: reserved.current,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (make, mark) => edit((past) => record(past, make(past.present), mark)),
    undo: () => edit(undo),
    redo: () => edit(redo),
    flush,
    settle: async (whose) => {
      const theirs = await designerApi.draft(view.draftId);
      latest.current = {
        ...latest.current,
        revision: theirs.revision,
        savedItem: theirs.item,
        savedAt: theirs.changedAt,
      };
      setRevision(theirs.revision);
      if (whose === 'theirs') {
        setHistory((past) => record(past, theirs.item));
        setProblems(theirs.problems);
        setSave({ name: 'saved', at: theirs.changedAt });
        return;
      }
      setSave({ name: 'changed' });
    },
  };
}
