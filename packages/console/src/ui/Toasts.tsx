import { useEffect, useState } from 'react';
import { onToast } from './toast.ts';

const SHOWN_MS = 5000;

/** The live region is always there: one that appears with its text is not read by all readers. */
export function Toasts() {
  const [shown, setShown] = useState<{ readonly id: number; readonly text: string }>();
  useEffect(() => onToast((text) => setShown((last) => ({ id: (last?.id ?? 0) + 1, text }))), []);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const timer = setTimeout(() => setShown(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown === undefined ? null : (
        <div key={shown.id} className="toast">
          {shown.text}
        </div>
      )}
    </div>
  );
}
