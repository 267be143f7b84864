import type { TaskRow } from '@yichuang/contracts';
import { textKey, type Translate } from '../texts/locale.ts';

/** Where it stands, in a few words: the outcome, who has it, or the step. */
export function standing(row: TaskRow, t: Translate): string {
  if (row.fromName !== undefined) return t('lists.from', { name: row.fromName });
  if (row.outcome !== undefined) return outcomeText(row, t);
  if (row.taskId === undefined && row.others.length > 0) {
    return t('lists.with', { names: row.others.join(t('list.comma')) });
  }
  if (row.stepName !== undefined) return row.stepName;
  return phaseText(row, t);
}

/** An approval is agreed to or not; a licence has the words of its phase. */
function outcomeText(row: TaskRow, t: Translate): string {
  if (row.title !== undefined && row.outcome === 'granted') return t('lists.granted');
  if (row.title !== undefined && row.outcome === 'denied') return t('lists.denied');
  return phaseText(row, t);
}

function phaseText(row: TaskRow, t: Translate): string {
  const phase = textKey('phase', row.phase);
  return phase === undefined ? row.phase : t(phase);
}
