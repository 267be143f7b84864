import { createContext, useContext } from 'react';

/** How a node looks while a flow is tried out. */
export type Trace = 'ahead' | 'open' | 'done' | 'skipped' | 'reset' | 'cancelled';

/** Where each node stands in a try; undefined while the flow is being drawn, not walked. */
export const TracesContext = createContext<Readonly<Record<string, Trace>> | undefined>(undefined);

export function useTraces(): Readonly<Record<string, Trace>> | undefined {
  return useContext(TracesContext);
}
