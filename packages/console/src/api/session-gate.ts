/**
 * When the session ends in the middle of something, requests wait here until the same person has
 * logged in again, and are then sent again with the same idempotency key. A 401 means that the
 * server did nothing, so nothing is done twice.
 *
 * States: open (nobody waits) → closed (a log-in dialog is shown, requests wait) → open.
 */
type Listener = (isClosed: boolean) => void;

let waiting: (() => void)[] = [];
let listeners: Listener[] = [];
let renewals = 0;

/** How often somebody has logged in again: who was refused before the last time need not wait. */
export function renewalCount(): number {
  return renewals;
}

export function waitForLogIn(): Promise<void> {
  const isFirst = waiting.length === 0;
  const renewed = new Promise<void>((resolve) => waiting.push(resolve));
  if (isFirst) tell(true);
  return renewed;
}

/** Lets every waiting request go on. */
export function openGate(): void {
  renewals += 1;
  const released = waiting;
  waiting = [];
  tell(false);
  for (const release of released) release();
}

export function onGate(listener: Listener): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function tell(isClosed: boolean): void {
  for (const listener of listeners) listener(isClosed);
}
