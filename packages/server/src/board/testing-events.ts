/** Server-sent events as a browser reads them. */
export interface TestEvents {
  /** The next event of that name, as it was sent. */
  next<T>(name: string): Promise<T>;
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

export async function openEvents(url: string, cookie: string): Promise<TestEvents> {
  const leave = new AbortController();
  const answer = await fetch(url, { headers: { cookie }, signal: leave.signal });
  const { body } = answer;
  if (!answer.ok || body === null) throw new Error(`events answered ${answer.status}`);
  const seen: { name: string; data: unknown }[] = [];
  const waiting: { name: string; take: (data: unknown) => void }[] = [];
  const hear = (name: string, data: unknown): void => {
    const first = waiting.findIndex((each) => each.name === name);
    if (first < 0) seen.push({ name, data });
    else waiting.splice(first, 1)[0]?.take(data);
  };
  const read = async (): Promise<void> => {
    let text = '';
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)$/u.exec(message) ?? [];
        hear(name, JSON.parse(data));
      }
    }
  };
  const ended = read().catch((error: unknown) => {
    if (!leave.signal.aborted) throw error;
  });
  return {
    next: <T>(name: string) =>
      new Promise<T>((resolve) => {
        const known = seen.findIndex((each) => each.name === name);
        if (known >= 0) resolve(seen.splice(known, 1)[0]?.data as T);
        else waiting.push({ name, take: (data) => resolve(data as T) });
      }),
    ended,
    close: () => leave.abort(),
  };
}
