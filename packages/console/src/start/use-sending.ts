import { useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/request.ts';

export interface Sending {
  /** Problems are said once somebody tried to send it, not while it is being filled in. */
  readonly showsProblems: boolean;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly setError: (error: unknown) => void;
  /** @param act gets the key that makes a second press the same act */
  readonly send: (hasProblems: boolean, act: (key: string) => Promise<void>) => Promise<void>;
}

/** Sending a form off: known problems are shown instead, and what fails is said on the page. */
export function useSending(): Sending {
  const [showsProblems, setShowsProblems] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const key = useRef(newIdempotencyKey());
  const send: Sending['send'] = async (hasProblems, act) => {
    if (hasProblems) {
      setShowsProblems(true);
      requestAnimationFrame(showFirstProblem);
      return;
    }
    setIsSending(true);
    setError(undefined);
    try {
      await act(key.current);
    } catch (caught) {
      setShowsProblems(true);
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return { showsProblems, isSending, error, setError, send };
}

/** Where to look first: the page may be longer than the screen. */
function showFirstProblem(): void {
  const wrong = document.querySelector<HTMLElement>('.field-wrong');
  wrong?.scrollIntoView({ block: 'center' });
  wrong?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
}
