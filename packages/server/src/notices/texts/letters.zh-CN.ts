/** What is told about letters. */
import type { LetterTemplate, NoticeText } from '../templates.ts';

export const letterTexts: Readonly<Record<LetterTemplate, NoticeText>> = {
  'letter-received': {
    subject: '来信已收到',
    body: '来信已收到，编号 {number}，查询密码 {password}。是否受理，{dueOn}前告知您。请妥善保管，不要转给他人。',
  },
  'letter-registered': {
    subject: '来信已收到',
    body: '来信已收到，编号 {number}，查询密码 {password}。请妥善保管，凭此查看办理情况。',
  },
  'letter-referred': { subject: '来信已转办', body: '您的来信 {number} 已转{unit}办理。' },
  'letter-accepted': {
    subject: '来信已受理',
    body: '您的来信 {number} 已受理，由{unit}办理，{dueOn}前答复。',
  },
  'letter-underway': { subject: '来信已受理', body: '您的来信 {number} 已受理，由{unit}办理。' },
  'letter-refused': {
    subject: '来信不予受理',
    body: '您的来信 {number} 不予受理，理由和可以去的地方请查看：{link}',
  },
  'letter-extended': {
    subject: '办理期限延长',
    body: '您的来信 {number} 办理期限延长{days}日，至{dueOn}。理由请查看：{link}',
  },
  'letter-answered': {
    subject: '来信已答复',
    body: '您的来信 {number} 已答复，请查看并评价：{link}',
  },
  'letter-reopened': {
    subject: '来信重新办理',
    body: '您的来信 {number} 由{unit}继续办理，{dueOn}前再次答复。',
  },
  'letter-message': {
    subject: '有新的私信',
    body: '关于您的来信 {number}，有一条新的私信：{link}',
  },
  'letter-code': {
    subject: '来信确认验证码',
    body: '验证码 {code}，5分钟内有效：有人要以来信人身份操作来信 {number}。不是您本人操作，请不要告诉任何人，包括工作人员。',
  },
  'staff-letter-referred': {
    subject: '转来一件来信',
    body: '{by}转来来信 {number}，请在期限内受理。',
  },
  'staff-letter-objected': {
    subject: '对转办提出异议',
    body: '{by}对来信 {number} 的转办提出异议：{reason}',
  },
  'staff-letter-objection-answered': {
    subject: '异议未获同意',
    body: '来信 {number} 仍由本单位办理：{reason}',
  },
  'staff-letter-supervised': { subject: '督办', body: '来信 {number} 被督办：{demand}' },
  'staff-letter-reopened': {
    subject: '来信重新办理',
    body: '来信 {number} 需要继续办理并再次答复。',
  },
  'staff-letter-follow-up': {
    subject: '来信人追问',
    body: '来信 {number} 的来信人追问，需要继续办理并再次答复。',
  },
  'staff-letter-message': { subject: '来信有新的私信', body: '来信 {number} 有一条新的私信。' },
};
