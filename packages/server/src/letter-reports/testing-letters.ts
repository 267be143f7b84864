import type { LetterReceipt } from '@yichuang/contracts';
import type { CaseState } from '@yichuang/kernel/case';
import type { TestCaller, TestSite } from '../assembly/testing-site.ts';

/** Letters of every fate in a test's county, written and answered over HTTP. */
export interface LetterYard {
  /** @returns the id of its case */
  file(sender: TestCaller, itemCode: string, form: object): Promise<string>;
  refer(caseId: string, toOrg: string): Promise<void>;
  /** By the unit, its head and the final check. */
  answer(caseId: string, unit: AnsweringUnit, result: string): Promise<void>;
  /** Sent back by the final check, then answered well. */
  answerAgain(caseId: string, unit: AnsweringUnit): Promise<void>;
  rate(sender: TestCaller, caseId: string, office: string, handler: string): Promise<void>;
  act(by: TestCaller, caseId: string, command: object): Promise<void>;
  state(caseId: string): Promise<CaseState>;
}

export interface AnsweringUnit {
  readonly orgId: string;
  readonly clerk: TestCaller;
  readonly leader: TestCaller;
}

export async function openLetterYard(site: TestSite): Promise<LetterYard> {
  const [office, final] = await Promise.all([site.staff('tang.minyi'), site.staff('jiang.shen')]);
  const state = async (caseId: string): Promise<CaseState> => {
    const found = await site.parts.cases.find(caseId);
    if (found === undefined) throw new Error(`there is no case ${caseId}`);
    return found.state;
  };
  const act: LetterYard['act'] = async (by, caseId, command) => {
    const done = await by.send('POST', `/api/cases/${caseId}/commands`, command);
    if (done.statusCode !== 200) throw new Error(`${JSON.stringify(command)}: ${done.body}`);
  };
  const onTask = async (by: TestCaller, caseId: string, command: object): Promise<void> => {
    const { tasks } = (await state(caseId)).marking;
    const open = Object.values(tasks).find(({ status }) => status === 'open');
    await act(by, caseId, { taskId: open?.taskId, ...command });
  };
  const draft = (caseId: string, { clerk }: AnsweringUnit, result: string): Promise<void> => {
    const officer = { officerName: '钱多', officerPhone: '0999-1234567' };
    const drafted = { thanks: '感谢来信', result, ...officer };
    return onTask(clerk, caseId, { type: 'DraftAnswer', answer: drafted });
  };
  const approve = (by: TestCaller, caseId: string): Promise<void> =>
    onTask(by, caseId, { type: 'ApproveTask', opinion: '情况属实，同意答复' });
  const answer: LetterYard['answer'] = async (caseId, unit, result) => {
    await draft(caseId, unit, result);
    await approve(unit.leader, caseId);
    await approve(final, caseId);
  };
  return {
    state,
    act,
    answer,
    async file(sender, itemCode, form) {
      const filed = await sender.send('POST', '/api/letters', { itemCode, form });
      if (filed.statusCode !== 201) throw new Error(filed.body);
      return filed.json<LetterReceipt>().caseId;
    },
    refer(caseId, toOrg) {
      const referral = { toOrg, manner: 'transfer', note: '请办理' };
      return onTask(office, caseId, { type: 'AcceptCase', opinion: '', referral });
    },
    async answerAgain(caseId, unit) {
      await draft(caseId, unit, '情况正在了解');
      await approve(unit.leader, caseId);
      const back = { type: 'ReturnTask', toStep: 'handle', then: 'walk-again', reason: '请写结果' };
      await onTask(final, caseId, back);
      await answer(caseId, unit, '路灯已于11月20日修好，夜间照明恢复');
    },
    async rate(sender, caseId, officeRating, handler) {
      const command = { type: 'RateAnswer', office: officeRating, handler, comment: '按评价说明' };
      const rated = await sender.send('POST', `/api/my/cases/${caseId}/commands`, command);
      if (rated.statusCode !== 200) throw new Error(rated.body);
    },
  };
}
