import { createTransport } from 'nodemailer';
import { Unavailable } from '../platform/operating-error.ts';
import { Undeliverable, type Channel } from './channel.ts';

/** Mail over SMTP. A 5xx answer is final (RFC 5321, 4.2.1); everything else is tried again. */
export function smtpMail(options: { readonly url: string; readonly from: string }): Channel {
  const transport = createTransport(options.url, {
    from: options.from,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  } as object);
  return {
    async send({ id, to, subject, body }) {
      try {
        await transport.sendMail({
          from: options.from,
          to,
          subject,
          text: body,
          messageId: `<${id}@yichuang>`,
        });
      } catch (error) {
        const { responseCode } = error as { responseCode?: number };
        if (responseCode !== undefined && responseCode >= 500) {
          throw new Undeliverable(`smtp-${responseCode}`, { cause: error });
        }
        throw new Unavailable('the mail server cannot be reached', { cause: error });
      }
    },
    stop: () => transport.close(),
  };
}
