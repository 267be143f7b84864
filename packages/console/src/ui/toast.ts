/** One sentence about what has just happened: shown briefly, and read out by screen readers. */
type Listener = (text: string) => void;

let listeners: Listener[] = [];

export function toast(text: string): void {
  for (const listener of listeners) listener(text);
}

export function onToast(listener: Listener): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
