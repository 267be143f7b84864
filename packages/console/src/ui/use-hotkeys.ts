import { useEffect, useRef } from 'react';

export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Single keys while nobody is typing and no dialog is open. Keys are named as in
 * `KeyboardEvent.key`; with Ctrl, Meta or Alt held they stay the browser's.
 */
export function useHotkeys(hotkeys: Hotkeys, isOn = true): void {
  const current = useRef(hotkeys);
  useEffect(() => {
    current.current = hotkeys;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || isDialogOpen()) return;
      const act = current.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
}

// A closed dialog may stay in the page, without a box of its own.
function isDialogOpen(): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"]')];
  return dialogs.some((dialog) => dialog.getClientRects().length > 0);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
