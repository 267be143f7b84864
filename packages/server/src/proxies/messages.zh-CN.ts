import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'proxy-not-yours': {
    detail: '您不能为这位同志设置或查看代理。',
    nextStep: '请由本人、所在单位的秘书或管理员办理。',
  },
  'proxy-is-yourself': {
    detail: '代理人不能是委托人本人，也不能由代理人自己替他人设置。',
    nextStep: '请选择另一位同志，或者请委托人本人设置。',
  },
  'proxy-of-reserved': {
    detail: '担任监督、好差评、专件或系统管理岗位的同志，代理只能由本人设置。',
    nextStep: '请由本人登录后在“代理”中设置。',
  },
  'proxy-period-wrong': {
    detail: '代理的起止时间不正确：结束须晚于开始，且最长一年。',
    nextStep: '请修改起止时间；超过一年的，请调整岗位任职。',
  },
  'proxy-overlaps': {
    detail: '这段时间已由{deputy}代理。',
    nextStep: '请先结束原来的代理，或改选时间、事项。',
  },
  'proxy-cycle': {
    detail: '{deputy}在这段时间也委托了他人，最后又回到本人，事情会无人办理。',
    nextStep: '请选择另一位同志，或错开时间。',
  },
  'proxy-unknown': {
    detail: '没有这项代理，或者它与您无关。',
    nextStep: '请刷新代理列表。',
  },
  'proxy-ended-already': {
    detail: '这项代理已经结束。',
    nextStep: '请刷新代理列表；需要继续代理的，请重新设置。',
  },
  'person-unknown': {
    detail: '没有找到这位工作人员，或其账号已停用。',
    nextStep: '请从人员列表中选择。',
  },
  'hand-over-to-self': {
    detail: '不能交接给离岗人本人，也不能交接给办理交接的人自己。',
    nextStep: '请选择接手的同志，或者请其他同志办理交接。',
  },
  'hand-over-of-supervision': {
    detail:
      '{post}负责监督、好差评、专件或系统管理：担任者的岗位不在工作台交接，账号不在工作台停用。',
    nextStep:
      '待办可以不勾选岗位，单独交给担任同一岗位的同志；任免、停用请由运维人员在服务器上用 ' +
      'yichuang account 命令办理，并留有批件。',
  },
  'account-holds-work': {
    detail: '账号还不能停用：名下还有{tasks}项待办、{posts}个无人接替的岗位、{proxies}项代理。',
    nextStep: '请先办理工作交接，全部交接后再停用账号。',
  },
};
