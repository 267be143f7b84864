import { Unavailable } from '../platform/operating-error.ts';
import { Undeliverable, type Channel } from './channel.ts';

const timeoutMs = 10_000;

/**
 * Any provider that takes a POST of `{ id, to, text }` as JSON, with a bearer token if one is set.
 * 2xx: sent. 4xx: refused for good, except 408 and 429, which like 5xx are tried again.
 */
export function smsGateway(options: { readonly url: string; readonly token?: string }): Channel {
  const headers = {
    'content-type': 'application/json',
    ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
  };
  return {
    async send({ id, to, body }) {
      const answer = await fetch(options.url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ id, to, text: body }),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      }).catch((error: unknown) => {
        throw new Unavailable('the SMS gateway cannot be reached', { cause: error });
      });
      await answer.body?.cancel();
      if (answer.ok) return;
      const isForGood = answer.status < 500 && answer.status !== 408 && answer.status !== 429;
      if (isForGood) throw new Undeliverable(`gateway-${answer.status}`);
      throw new Unavailable(`the SMS gateway answered ${answer.status}`);
    },
  };
}
