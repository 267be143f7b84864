/** Who signs in the steps under way, as lines to read. Pure. */
import type { CaseView, SignerView, SigningView } from '@yichuang/contracts';
import { textKey, type Translate } from '../texts/locale.ts';

export interface SignerLine {
  readonly taskId: string;
  readonly state: 'agreed' | 'disagreed' | 'done' | 'now' | 'waiting' | 'gone';
  readonly name: string;
  readonly status: string;
  /** How they came in, from whom, whether they have looked: short words. */
  readonly remarks: readonly string[];
  /** Of an opinion that was asked for. */
  readonly question?: string;
  readonly opinion?: string;
}

/** Steps that one sentence about the holder does not cover: several sign, or it was passed on. */
export function signingsToShow(signings: readonly SigningView[]): readonly SigningView[] {
  return signings.filter(
    ({ signers }) => signers.length > 1 || signers.some((signer) => signer.passedOn.length > 0),
  );
}

export function signerLines(
  { signers }: SigningView,
  tasks: CaseView['tasks'],
  t: Translate,
): readonly SignerLine[] {
  return signers.map((signer) => ({
    taskId: signer.taskId,
    state: stateOf(signer),
    name: nameOf(signer, tasks, t),
    status: statusOf(signer, t),
    remarks: remarksOf(signer, t),
    ...(signer.question === undefined ? {} : { question: signer.question }),
    // A signer's own words stand in the story; an answer belongs to its question.
    ...(signer.kind !== 'opinion' || signer.opinion === undefined
      ? {}
      : { opinion: signer.opinion }),
  }));
}

function stateOf({ status, verdict }: SignerView): SignerLine['state'] {
  if (status === 'open') return 'now';
  if (status === 'waiting') return 'waiting';
  if (status === 'closed') return 'gone';
  if (verdict === 'approved') return 'agreed';
  return verdict === 'rejected' ? 'disagreed' : 'done';
}

/** Whoever signed; before that the people who may, or the posts where nobody is known. */
function nameOf(signer: SignerView, tasks: CaseView['tasks'], t: Translate): string {
  const { signedBy, onBehalfOf } = signer;
  if (signedBy !== undefined && onBehalfOf !== undefined) {
    return t('signing.behalf', { principal: onBehalfOf, deputy: signedBy });
  }
  if (signedBy !== undefined) return signedBy;
  const holders = tasks.find(({ taskId }) => taskId === signer.taskId)?.holderNames ?? [];
  return (holders.length > 0 ? holders : signer.names).join(t('list.comma'));
}

function statusOf({ status, verdict, kind }: SignerView, t: Translate): string {
  if (status !== 'done') {
    if (status === 'open' && kind === 'opinion') return t('signing.asked');
    return t(`signing.status.${status}`);
  }
  const key = textKey('signing.verdict', verdict ?? '');
  return t(key ?? 'signing.answered');
}

function remarksOf(signer: SignerView, t: Translate): string[] {
  const { kind, addedBy, passedOn, weight, status } = signer;
  const first = passedOn[0];
  const last = passedOn.at(-1);
  return [
    ...(kind === undefined ? [] : [t(`signing.kind.${kind}`)]),
    ...(addedBy === undefined
      ? []
      : [t(kind === 'opinion' ? 'signing.askedBy' : 'signing.addedBy', { name: addedBy })]),
    // Who signs before or after somebody has no weight of their own.
    ...(weight === 0 || weight === 1 ? [] : [t('signing.weight', { n: weight })]),
    ...(first?.from === undefined ? [] : [t('signing.first', { name: first.from })]),
    ...(last === undefined || last.reason === '' ? [] : [last.reason]),
    ...(status === 'open' && signer.isClaimed ? [t('signing.claimed')] : []),
    ...(status === 'open' && signer.isRead ? [t('signing.seen')] : []),
  ];
}
