import type { RefusalText } from '../platform/refusal.ts';
import type { DesignRefusalCode } from './refusal-codes.ts';

export const refusalTexts: Readonly<Record<DesignRefusalCode, RefusalText>> = {
  'design-draft-unknown': {
    detail: '没有这份设计稿，可能已被删除或者已经发布。',
    nextStep: '请回到设计列表查看。',
  },
  'design-item-unknown': {
    detail: '没有编码为“{code}”的事项。',
    nextStep: '请从事项列表中选一个。',
  },
  'design-version-unknown': {
    detail: '事项“{code}”没有第 {version} 版。',
    nextStep: '请从版本列表中选一个。',
  },
  'design-drafts-too-many': {
    detail: '设计稿已有 {most} 份，不能再新建。',
    nextStep: '请先发布或者删除不用的设计稿。',
  },
  'design-outside-scope': {
    detail: '您不能设计这个单位的事项。',
    nextStep: '请选择您负责的单位，或者请管理员授权。',
  },
  'design-draft-broken': {
    detail: '设计稿的“{path}”处不完整，没有保存：{problem}。',
    nextStep: '请撤销上一步后再试；仍不行请重新打开设计稿。',
  },
  'design-draft-changed': {
    detail: '{by}在{at}保存了这份设计稿，您的修改还没有保存。',
    nextStep: '请重新打开，在最新的内容上修改；或者确认后用您的内容覆盖。',
  },
  'design-has-problems': {
    detail: '还有 {count} 个问题，不能发布。第一个：{problem}',
    nextStep: '请逐个改正下方列出的问题后再发布。',
  },
  'design-day-past': {
    detail: '生效日 {from} 已经过去，不能让新版本从过去生效。',
    nextStep: '请选择今天（{today}）或者以后的日期。',
  },
  'design-item-code-taken': {
    detail: '编码“{code}”已是另一个事项的编码。',
    nextStep: '请换一个编码；要修改那个事项，请从它新建设计稿。',
  },
  'design-newer-version': {
    detail: '{by}已发布第 {version} 版，这份设计稿是从更早的版本改来的。',
    nextStep: '请先与第 {version} 版对比；确认要用这份设计稿代替它，再发布。',
  },
  'design-planned-later': {
    detail: '第 {version} 版已排定在 {from} 生效，会盖过这一版。',
    nextStep: '请选更晚的生效日，或者先撤下第 {version} 版。',
  },
  'design-not-planned': {
    detail: '第 {version} 版不是待生效的版本，不能撤下。',
    nextStep: '已生效的版本不能修改；请发布一个新版本。',
  },
  'design-archive-unreadable': {
    detail: '打不开这个文件，它不是完好的 zip 压缩包。',
    nextStep: '请重新导出，或者重新压缩后再导入。',
  },
  'design-archive-too-large': {
    detail: '压缩包太大：至多 {maximum} 兆字节，解开后至多 {unpacked} 兆字节、{files} 个文件。',
    nextStep: '请只保留 pack.json 和 items 文件夹，再压缩一次。',
  },
  'design-archive-unsafe': {
    detail: '压缩包中的“{file}”指向包外，没有导入任何内容。',
    nextStep: '请确认文件的来源，从可信的地方重新导出。',
  },
  'design-archive-empty': {
    detail: '压缩包中没有事项文件（items/*.json）。',
    nextStep: '请选择导出的事项包。',
  },
  'design-not-playable': {
    detail: '现在还不能试走：{problem}',
    nextStep: '请先改正流程中的问题。',
  },
};
