/**
 * What each route declares. The server's guard knows `right`: the portal's pages are public to it,
 * because a resident's form that arrives after the session ended must reach the portal, which
 * keeps what was typed and asks for a new log-in. `gate` says what the portal itself asks
 * (gate.ts); a test opens every route with `gate: 'resident'` as a stranger.
 */
interface RouteFacts {
  readonly right: 'public';
  readonly gate?: 'resident';
  /** What people uploaded is opened in a sandbox, never as a page of this site. */
  readonly page?: 'file';
}

/** As an object without known names: which names a config may have, the server's program says. */
function declared(config: RouteFacts): { readonly config: object } {
  return { config };
}

export const publicRoute = declared({ right: 'public' });
export const publicFileRoute = declared({ right: 'public', page: 'file' });

/** The handler must pass `residentOf` before anything else. */
export const residentRoute = declared({ right: 'public', gate: 'resident' });
export const residentFileRoute = declared({ right: 'public', gate: 'resident', page: 'file' });
