/** What the command line says about a play, in both languages. */
import type { ScriptProblemCode, UnmetExpectation } from '@yichuang/kernel/play';
import type { Language } from '../platform/refusal.ts';

interface PlayTexts {
  readonly problems: Readonly<Record<ScriptProblemCode, string>>;
  readonly act: string;
  readonly done: string;
  readonly refused: string;
  readonly open: string;
  readonly nobody: string;
  readonly clocks: string;
  readonly lights: Readonly<Record<'green' | 'yellow' | 'red' | 'grey', string>>;
  readonly unmet: Readonly<Record<UnmetExpectation['what'], string>>;
  readonly summary: string;
  readonly colon: string;
}

const zh: PlayTexts = {
  problems: {
    'wrong-value': '这里写的是 {value}，应当写 {wanted}。',
    'field-missing': '缺少“{field}”，请补上，例如 "{field}": {wanted}。',
    'field-unknown': '不认识“{field}”；可以写：{known}。请检查拼写。',
    'person-unknown': '没有人叫“{person}”；people 里有：{known}。',
    'person-twice': '两个人都用了 id“{person}”，请改掉一个。',
    'nobody-to-file': 'people 是空的，没有人提出申请；请至少写一个人。',
    'act-unknown': '没有“{act}”这种操作；最接近的是：{known}。全部操作见 docs/play.md。',
    'step-unknown': '流程里没有环节“{step}”；有：{known}。',
    'step-needed': '“{by}”在几个环节都有任务（{steps}），请用 "step" 写明是哪一个。',
    'step-without-task': '环节“{step}”还没有任何任务；请检查前面的操作是否走到了这里。',
    'time-unreadable':
      '{value} 不是时间；写成 "2026-03-02 09:00"，或 after 写 "30min" "3h" "2d" "5wd"。',
    'time-goes-back': '时间不能倒流：{at} 早于上一个操作的 {before}。',
  },
  act: '第{n}步',
  done: '已办',
  refused: '拒绝',
  open: '待办',
  nobody: '（无人）',
  clocks: '时限',
  lights: { green: '绿', yellow: '黄', red: '红', grey: '停' },
  unmet: {
    refusal: '与预期不符：预期拒绝 {wanted}，实际 {found}',
    open: '与预期不符：预期待办环节 {wanted}，实际 {found}',
    phase: '与预期不符：预期状态 {wanted}，实际 {found}',
  },
  summary: '{acts} 个操作，{refused} 个被拒绝，{unmet} 处与预期不符',
  colon: '：',
};

const en: PlayTexts = {
  problems: {
    'wrong-value': 'this says {value}; write {wanted}.',
    'field-missing': '"{field}" is missing; add it, for example "{field}": {wanted}.',
    'field-unknown': '"{field}" is not known here; known: {known}. Check the spelling.',
    'person-unknown': 'nobody has the id "{person}"; people has: {known}.',
    'person-twice': 'two people have the id "{person}"; change one of them.',
    'nobody-to-file': 'people is empty, so nobody files; name at least one person.',
    'act-unknown': 'there is no act "{act}"; the nearest: {known}. All are in docs/play.md.',
    'step-unknown': 'the flow has no step "{step}"; it has: {known}.',
    'step-needed': '"{by}" has tasks at several steps ({steps}); say which one with "step".',
    'step-without-task':
      'the step "{step}" has had no task yet; look whether the acts before lead there.',
    'time-unreadable':
      '{value} is no time; write "2026-03-02 09:00", or in "after" "30min", "3h", "2d", "5wd".',
    'time-goes-back': 'time does not go back: {at} is before {before} of the act before.',
  },
  act: 'act {n}',
  done: 'done',
  refused: 'refused',
  open: 'open',
  nobody: '(nobody)',
  clocks: 'clocks',
  lights: { green: 'green', yellow: 'yellow', red: 'red', grey: 'still' },
  unmet: {
    refusal: 'not as expected: wanted the refusal {wanted}, found {found}',
    open: 'not as expected: wanted these open steps: {wanted}; found: {found}',
    phase: 'not as expected: wanted the phase {wanted}, found {found}',
  },
  summary: '{acts} acts, {refused} refused, {unmet} not as expected',
  colon: ': ',
};

export const playTexts: Readonly<Record<Language, PlayTexts>> = { 'zh-CN': zh, en };
