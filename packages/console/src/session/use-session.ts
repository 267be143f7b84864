import { createContext, useContext } from 'react';
import type { Staff } from '../api/staff.ts';
import type { Settings } from './settings.ts';

export interface SessionState {
  /** Undefined while nobody is logged in. */
  readonly staff: Staff | undefined;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => void;
  /** Asks the server again who is logged in. */
  readonly refresh: () => Promise<void>;
  readonly logOut: () => Promise<void>;
}

export const SessionContext = createContext<SessionState | undefined>(undefined);

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession outside Console');
  return session;
}

/** `action` is one of the server's, such as `item:import`; the server asks again each time. */
export function useMay(action: string): boolean {
  return useSession().staff?.actions.includes(action) ?? false;
}

/** Undefined while nobody is logged in: for screens that also show without a session. */
export function useMyId(): string | undefined {
  return useContext(SessionContext)?.staff?.personId;
}

/** As `useMay`, for screens that also show without a session: then nothing is allowed. */
export function useMayQuietly(action: string): boolean {
  return useContext(SessionContext)?.staff?.actions.includes(action) ?? false;
}

/** Undefined while nobody is logged in. */
export function useMyName(): string | undefined {
  return useContext(SessionContext)?.staff?.name;
}

/** Whether some post of theirs has to do with letters: the pages about them are in the menu. */
export function useHasLetters(): boolean {
  return useSession().staff?.actions.some((action) => action.startsWith('letter:')) ?? false;
}
