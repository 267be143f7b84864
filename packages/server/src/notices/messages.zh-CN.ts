import { letterTexts } from './texts/letters.zh-CN.ts';
import type { NoticeTexts } from './templates.ts';

export const noticeTexts: NoticeTexts = {
  'login-code': {
    subject: '登录验证码',
    body: '验证码 {code}，5 分钟内有效，用于登录{site}。工作人员不会向您索要验证码，请勿告诉他人。',
  },
  'case-received': {
    subject: '申请已收到',
    body: '您申请的“{item}”已收到，办件编号 {number}，查询密码 {password}。是否受理最迟 {dueOn}前告知您。',
  },
  'case-accepted': {
    subject: '申请已受理',
    body: '您申请的“{item}”（{number}）已受理，承办单位：{org}，办结期限 {dueOn}。',
  },
  'case-deemed-accepted': {
    subject: '申请视为受理',
    body:
      '您申请的“{item}”（{number}）逾期未告知补正，依照《中华人民共和国行政许可法》第三十二条，' +
      '自收到材料之日 {acceptedOn} 起即为受理，办结期限 {dueOn}。',
  },
  'correction-requested': {
    subject: '请补正材料',
    body: '您申请的“{item}”（{number}）需补正 {count} 项材料，请查看《补正材料通知书》：{link}',
  },
  'acceptance-refused': {
    subject: '不予受理',
    body: '您申请的“{item}”（{number}）不予受理，理由和救济途径见决定书：{link}',
  },
  'special-procedure-started': {
    subject: '特别程序开始',
    body:
      '您申请的“{item}”（{number}）自 {startedOn} 起进行{procedure}，预计 {days} 个工作日，' +
      '所需时间不计入办理期限。',
  },
  'special-procedure-ended': {
    subject: '特别程序结束',
    body: '您申请的“{item}”（{number}）的{procedure}已结束，继续计算期限，办结期限 {dueOn}。',
  },
  'limit-extended': {
    subject: '办理期限延长',
    body: '您申请的“{item}”（{number}）经批准延长 {days} 个工作日，新的办结期限 {dueOn}，理由见告知书：{link}',
  },
  'licence-granted': {
    subject: '准予许可',
    body: '您申请的“{item}”（{number}）已准予许可，决定书：{link}',
  },
  'licence-denied': {
    subject: '不予许可',
    body: '您申请的“{item}”（{number}）不予许可，理由、复议和诉讼途径见决定书：{link}',
  },
  'payment-due': {
    subject: '请缴费',
    body: '您申请的“{item}”（{number}）应缴费 {amount}，收费依据和方式：{link}',
  },
  'certificate-ready': {
    subject: '证照已制作',
    body: '您申请的“{item}”（{number}）证照已制作，可在线查看或领取：{link}',
  },
  'case-withdrawn': {
    subject: '申请已撤回',
    body: '您申请的“{item}”（{number}）已按您的要求撤回。',
  },
  'case-concluded': {
    subject: '办件已办结',
    body: '您申请的“{item}”（{number}）已办结，感谢您的配合，欢迎评价：{link}',
  },
  'case-terminated': {
    subject: '办理终止',
    body: '您申请的“{item}”（{number}）已终止办理，理由：{reason}。详情：{link}',
  },
  'case-voided': {
    subject: '办件作废',
    body: '您的“{item}”（{number}）已作废，理由：{reason}。详情：{link}',
  },
  'decision-revoked': {
    subject: '许可已撤销',
    body: '您的“{item}”（{number}）的许可决定已被撤销，理由、复议和诉讼途径：{link}',
  },
  'staff-task-transferred': {
    subject: '转来待办',
    body: '{by}将“{item}”（{number}）的“{step}”转给您办理：{reason}',
  },
  'staff-signer-added': {
    subject: '请您加签',
    body: '{by}请您在“{item}”（{number}）的“{step}”加签：{reason}',
  },
  'staff-opinion-requested': {
    subject: '征求您的意见',
    body: '{by}就“{item}”（{number}）的“{step}”征求您的意见：{question}',
  },
  'staff-task-recalled': {
    subject: '待办已取回',
    body: '“{item}”（{number}）的“{step}”已由{by}取回，您不必再办理。',
  },
  'staff-task-returned': {
    subject: '待办已退走',
    body: '“{item}”（{number}）已由{by}退回或调整环节，您的“{step}”不必再办理。',
  },
  'staff-task-removed': {
    subject: '加签已取消',
    body: '{by}已取消您在“{item}”（{number}）“{step}”的加签。',
  },
  'staff-task-ended': {
    subject: '办件已结束',
    body: '“{item}”（{number}）已结束，您的“{step}”不必再办理。',
  },
  'staff-task-decided': {
    subject: '环节已完成',
    body: '“{item}”（{number}）的“{step}”已由他人办理完成，您不必再办理。',
  },
  'staff-urged': {
    subject: '催办',
    body: '{by}催办“{item}”（{number}）的“{step}”：{message}',
  },
  'debt-incurred': {
    subject: '有材料要补交',
    body: '您申请的“{item}”（{number}）已容缺受理，请在 {dueOn}前补交“{material}”。{consequence}补交：{link}',
  },
  'debt-due-soon': {
    subject: '补交期限快到了',
    body: '您申请的“{item}”（{number}）还欠“{material}”，请在 {dueOn}前补交：{link}',
  },
  'debt-lapsed': {
    subject: '补交期限已过',
    body: '您申请的“{item}”（{number}）的“{material}”没有按期补交。{consequence}现在仍可补交：{link}',
  },
  'debt-kept': {
    subject: '已核对无误',
    body: '您申请的“{item}”（{number}）的“{material}”已核对无误。',
  },
  'debt-insufficient': {
    subject: '补交的材料还不行',
    body: '您申请的“{item}”（{number}）补交的“{material}”还不符合要求：{note}。请在 {dueOn}前重新补交：{link}',
  },
  'debt-broken': {
    subject: '承诺未履行',
    body: '经核查，您申请的“{item}”（{number}）的“{material}”与承诺不符：{note}。后果和您的权利：{link}',
  },
  'internal-approved': {
    subject: '审批通过',
    body: '您发起的“{item}”（{number}）已审批通过。',
  },
  'internal-denied': {
    subject: '审批未通过',
    body: '您发起的“{item}”（{number}）未获同意，意见见办理过程。',
  },
  'internal-returned': {
    subject: '被退回',
    body: '您发起的“{item}”（{number}）被退回：{reason}',
  },
  'staff-task': {
    subject: '新的待办',
    body: '您有新的待办：“{item}”（{number}），环节：{step}，期限 {dueOn}。',
  },
  'staff-due-soon': {
    subject: '即将到期',
    body: '“{item}”（{number}）的环节“{step}”将于 {dueOn} 到期。',
  },
  'staff-overdue': {
    subject: '已经超期',
    body: '“{item}”（{number}）的环节“{step}”已于 {dueOn} 到期，请立即办理。',
  },
  'staff-many-turned': {
    subject: '多件已经超期或将到期',
    body: '您手上有{red}件已经超期、{yellow}件将到期，请在“待办”中按期限查看。',
  },
  'board-overdue': {
    subject: '有一件已经超期',
    body: '{org}的“{item}”（{number}）应于 {dueOn} 前完成，已经超期。',
  },
  'board-many-overdue': {
    subject: '多件已经超期',
    body: '刚才又有{red}件超期，请在“监察看板”中查看。',
  },
  'board-digest': {
    subject: '每日超期汇总',
    body: '截至{day}九时，一天来新超期{total}件：环节{step}件，承诺{promise}件，法定{statute}件。请在“监察看板”中查看。',
  },
  'staff-watch-hit': {
    subject: '监察线索',
    body: '监察规则发现：{says}。请在“监察线索”中查看。',
  },
  'staff-watch-hits': {
    subject: '监察线索',
    body: '监察规则发现 {count} 条线索，第一条：{first}。请在“监察线索”中查看。',
  },
  'letters-weekly': {
    subject: '一周来信',
    body:
      '{from}至{until}收到来信{received}件，反映集中的有：{topics}。另有{unsolved}件长期未解决。' +
      '请在“来信分析”中查看。',
  },
  'upload-standing': {
    subject: '上报停了',
    body: '上级平台已经{hours}小时以上没有应答，办件数据没有报上去。原因和办法见“上报”页。',
  },
  'upload-contradicted': {
    subject: '存证根值与上级留存的不一致',
    body: '{day}的存证根值与上级平台留存的不一致：当天的记录可能被改动过。请立即核查，见“上报”页。',
  },
  'review-invited': {
    subject: '请您评价',
    body: '您办理的“{item}”服务得怎么样？评不评由您，评价人保密：{link}',
  },
  'review-again': {
    subject: '整改后请再评价',
    body: '您反映的问题已经整改并答复，请看答复，愿意的话再评价一次：{link}',
  },
  ...letterTexts,
};
