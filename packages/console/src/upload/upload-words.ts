/** How the state of the upload is said: one sentence, its colour, and what to do. Pure. */
import type { UploadFault, UploadOverview, UploadProblem } from '@yichuang/contracts';
import type { TextKey, Translate } from '../texts/locale.ts';

export type Tone = 'good' | 'waiting' | 'bad' | 'off';

export interface StateWords {
  readonly tone: Tone;
  readonly title: string;
  readonly todo?: string;
}

/** Worst first: what stands still matters more than what waits for a person. */
export function stateWords(
  view: UploadOverview,
  t: Translate,
  at: (instant: string) => string,
): StateWords {
  if (view.state === 'off')
    return { tone: 'off', title: t('upload.off'), todo: t('upload.offTodo') };
  if (view.state === 'standing') {
    const title = t('upload.standing', {
      since: at(view.standingSince ?? ''),
      why: faultWords(view.fault, t),
    });
    return { tone: 'bad', title, todo: t(faultTodo(view.fault)) };
  }
  if (view.heldCases > 0) {
    const title = t('upload.held', { count: view.heldCases });
    return { tone: 'waiting', title, todo: t('upload.heldTodo') };
  }
  const differing = view.days.filter(({ differences }) => differences > 0);
  if (differing.length > 0) {
    const title = t('upload.differing', { count: differing.length });
    return { tone: 'waiting', title, todo: t('upload.differingTodo') };
  }
  if (view.state === 'behind') {
    const since = at(view.behindSince ?? '');
    return { tone: 'waiting', title: t('upload.behind', { count: view.behindCases, since }) };
  }
  return { tone: 'good', title: t('upload.upToDate') };
}

export function faultWords(fault: UploadFault | undefined, t: Translate): string {
  if (fault?.kind !== 'status') return t(`upload.fault.${fault?.kind ?? 'unreachable'}`);
  return t('upload.fault.status', { status: fault.status ?? 0 });
}

/** 401 and 403 are ours to mend, 404 an address, the rest the receiver's. */
function faultTodo({ kind, status = 0 }: UploadFault = { kind: 'unreachable' }): TextKey {
  if (status === 401 || status === 403) return 'upload.todo.token';
  if (status === 404) return 'upload.todo.address';
  return kind === 'not-understood' ? 'upload.todo.protocol' : 'upload.todo.receiver';
}

/** What is wrong with a case, and what a person can do about it. */
export function problemWords(
  problem: UploadProblem,
  t: Translate,
): { readonly what: string; readonly todo: string } {
  const table = problem.tableTitle ?? problem.table;
  const todo = t(`upload.problemTodo.${problem.kind}`);
  switch (problem.kind) {
    case 'invalid': {
      const column = problem.columnTitle ?? problem.column ?? '';
      const wrong = t(`upload.wrong.${wrongOf(problem.wrong)}`, { wanted: problem.wanted ?? '' });
      return { what: t('upload.problem.invalid', { table, column, wrong }), todo };
    }
    case 'refused': {
      const reason = problem.reason ?? t('upload.noReason');
      return { what: t('upload.problem.refused', { table, reason }), todo };
    }
    case 'out-of-order':
    case 'receiver-error':
    case 'item-gone':
    case 'unreadable':
      return { what: t(`upload.problem.${problem.kind}`, { table }), todo };
  }
}

const WRONGS = [
  'missing',
  'too-long',
  'wrong-length',
  'not-a-number',
  'not-a-time',
  'not-in-list',
] as const;

function wrongOf(code: string | undefined): (typeof WRONGS)[number] {
  return WRONGS.find((each) => each === code) ?? 'missing';
}
