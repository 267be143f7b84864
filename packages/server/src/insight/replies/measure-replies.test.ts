import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureReplies, type JudgedReply } from './measure-replies.ts';

/** Real letters and replies, which may not be copied into the project. */
const given = new URL('../../../../../../shared/data/letters/replies.jsonl', import.meta.url);
const document = new URL('../../../../../docs/insight.md', import.meta.url);

interface Row {
  readonly msg_id: number;
  readonly title: string;
  readonly detail: string | null;
  readonly reply: string;
  readonly syu_explain_human: 0 | 1;
}

describe.runIf(existsSync(given))('the check on real replies (skipped without ../shared)', () => {
  it('finds those that explain nothing as docs/insight.md says', () => {
    const replies = readFileSync(given, 'utf8').trim().split('\n').map(judged);
    const measured = measureReplies(replies);
    const told = readFileSync(document, 'utf8').replace(/ +/gu, ' ');
    const rows = (['tuned', 'held'] as const).map((half) => {
      const { precision, recall, f1, ...counts } = measured[half];
      const shares = [precision, recall, f1].map((share) => share.toFixed(3));
      const name = half === 'tuned' ? 'chosen on' : 'other';
      const { replies: all, unexplained, flagged } = counts;
      return `| ${[name, all, unexplained, flagged, ...shares].join(' | ')} |`;
    });
    for (const row of rows) expect(told).toContain(row);
    expect(measured.held.recall).toBeGreaterThan(0.9);
    expect(measured.held.f1).toBeGreaterThan(0.8);
  });
});

function judged(line: string): JudgedReply {
  const { msg_id, title, detail, reply, syu_explain_human } = JSON.parse(line) as Row;
  const letter = `${title}\n${detail ?? ''}`;
  return { id: `${msg_id}`, letter, reply, hasExplained: syu_explain_human === 1 };
}
