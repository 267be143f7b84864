export type { DemoMessage } from './demo-gateway.pg.ts';
export type {
  InboxMessage,
  InboxNotice,
  InboxPage,
  Notices,
  NoticesOptions,
  NoticeToQueue,
} from './notices.ts';
export { createNotices } from './notices.ts';
export { noticeRoutes } from './routes.ts';
export type { NoticeTemplate } from './templates.ts';
export { noticeTemplates } from './templates.ts';
