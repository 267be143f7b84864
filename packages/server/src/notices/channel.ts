/** One message, ready to go. `id` is the notice's: a gateway may use it to send only once. */
export interface OutgoingMessage {
  readonly id: string;
  readonly channel: 'sms' | 'mail';
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** A way to reach people. */
export interface Channel {
  /** @throws Undeliverable (do not try again); anything else is tried again later */
  send(message: OutgoingMessage): Promise<void>;
  stop?(): void;
}

/** The provider refused this message for good. `reason` is short and without personal data. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

export interface Channels {
  readonly sms?: Channel;
  readonly mail?: Channel;
}
