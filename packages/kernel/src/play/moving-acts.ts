/** Acts that move a case or go round it: jump, freeze, end, copy, urge, parts, debts. */
import type { CommandOf } from '../case/index.ts';
import {
  basis,
  field,
  flag,
  maybe,
  number,
  oneOf,
  or,
  person,
  word,
  words,
  listOf,
  type PlayMoment,
} from './play-fields.ts';
import type { PlayActs } from './play-act.ts';
import { filed, owedMaterials } from './play-materials.ts';
import { onlyFields, readObject, readWord } from './read-values.ts';
import { DEBT_VERDICTS } from '../words/index.ts';

type MovingAct =
  | 'JumpToStep'
  | 'FreezeCase'
  | 'UnfreezeCase'
  | 'TerminateCase'
  | 'VoidCase'
  | 'RevokeDecision'
  | 'CopyCase'
  | 'ReadCopy'
  | 'UrgeCase'
  | 'HandOutCase'
  | 'RecordUnitCase'
  | 'ReceiveMessage'
  | 'RebaseCase'
  | 'RecordSubcase'
  | 'ConcludeSubcase'
  | 'SupplyMaterials'
  | 'SettleDebt';

/** A person's id, or `{ "post": "head" }`. */
const addressee = field<CommandOf<'CopyCase'>['to'][number]>(
  '"person-id" | {"post": "…"}',
  (value, path, scope) => {
    if (typeof value === 'string') return person.read(value, path, scope);
    const given = readObject(value, path);
    onlyFields(given, path, ['post']);
    return { post: readWord(given['post'], `${path}.post`) };
  },
);

export const movingActs: PlayActs<MovingAct> = {
  JumpToStep: { word: 'jump', fields: { toStep: word, reason: words } },
  FreezeCase: { word: 'freeze', fields: { reason: words } },
  UnfreezeCase: { word: 'unfreeze', fields: { reason: words } },
  TerminateCase: { word: 'terminate', fields: { reason: words, basis: maybe(basis) } },
  VoidCase: { word: 'void', fields: { reason: words, basis: maybe(basis) } },
  RevokeDecision: { word: 'revoke', fields: { reason: words, basis } },
  CopyCase: {
    word: 'copy',
    fields: {
      to: listOf(addressee),
      note: or(words, () => ''),
      isForOpinion: or(flag, () => false),
      fromReading: maybe(word),
    },
  },
  ReadCopy: {
    word: 'read-copy',
    fields: { readingId: or(word, ownReading), opinion: or(words, () => '') },
  },
  UrgeCase: { word: 'urge', fields: { message: or(words, () => '') } },
  HandOutCase: {
    word: 'hand-out',
    fields: { itemCode: word, orgId: word, note: or(words, () => '') },
  },
  RecordUnitCase: {
    word: 'record-unit-case',
    fields: { handOutId: word, caseId: word, number: word },
  },
  ReceiveMessage: {
    word: 'receive-message',
    fields: { nodeId: word, message: or(words, () => '') },
  },
  RebaseCase: { word: 'rebase', fields: { toVersion: number } },
  RecordSubcase: {
    word: 'record-subcase',
    fields: { nodeId: word, partId: word, caseId: word, number: word },
  },
  ConcludeSubcase: {
    word: 'conclude-subcase',
    fields: {
      nodeId: word,
      partId: word,
      outcome: or(oneOf('granted', 'denied'), () => 'granted' as const),
    },
  },
  SupplyMaterials: { word: 'supply-materials', fields: { materials: or(filed, owedMaterials) } },
  SettleDebt: {
    word: 'settle-debt',
    fields: {
      debtId: or(word, firstDebt),
      verdict: oneOf(...DEBT_VERDICTS),
      note: or(words, () => ''),
      basis: maybe(basis),
    },
  },
};

/** The first thing that lies on the person's desk unread; none: refused by the act itself. */
function ownReading({ state, actor }: PlayMoment): string {
  const mine = Object.values(state?.readings ?? {}).find(({ to, readAt }) => {
    if (readAt !== undefined || actor.kind === 'system') return false;
    if ('personId' in to) return to.personId === actor.personId;
    return actor.kind === 'staff' && actor.posts.includes(to.post);
  });
  return mine?.readingId ?? '';
}

function firstDebt({ state }: PlayMoment): string {
  const debt = Object.values(state?.debts ?? {}).find(
    ({ status }) => status === 'owed' || status === 'supplied',
  );
  return debt?.debtId ?? '';
}
