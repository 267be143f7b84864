/**
 * What each route declares. The server's guard knows `right`: the portal's pages are public to it,
 * because a resident's form that arrives after the session ended must reach the portal, which
 * keeps what was typed and asks for a new log-in. `gate` says what the portal itself asks
 * (gate.ts); a test opens every route with `gate: 'resident'` as a stranger.
 */
export const publicRoute = { config: { right: 'public' as const } };

/** The handler must pass `residentOf` before anything else. */
export const residentRoute = { config: { right: 'public' as const, gate: 'resident' as const } };

/** What people uploaded: opened in a sandbox, never as a page of this site. */
export const residentFileRoute = {
  config: { right: 'public' as const, gate: 'resident' as const, page: 'file' as const },
};
