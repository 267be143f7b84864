import { Type } from '@sinclair/typebox';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { Notices } from './notices.ts';

const Message = Type.Object({
  id: Type.String(),
  caseId: Type.Optional(Type.String()),
  subject: Type.String(),
  body: Type.String(),
  at: Type.String(),
  isRead: Type.Boolean(),
});

const DemoMessage = Type.Object({
  id: Type.String(),
  channel: Type.Union([Type.Literal('sms'), Type.Literal('mail')]),
  address: Type.String(),
  subject: Type.String(),
  body: Type.String(),
  sentAt: Type.String(),
});

const PageQuery = Type.Object({
  beforeAt: Type.Optional(Type.String({ format: 'date-time' })),
  beforeId: Type.Optional(Type.String({ format: 'uuid' })),
});

/**
 * A resident's inbox; what members of staff are told: reminders, tasks that came by name, tasks
 * that are gone; in a demo also what the local gateway "sent".
 */
export function noticeRoutes(app: App, notices: Notices, options: { isDemo: boolean }): void {
  addInbox(app, notices, '/api/me/inbox', 'resident');
  addInbox(app, notices, '/api/me/messages', 'staff');
  app.get(
    '/api/me/messages/unread',
    {
      config: { right: 'staff' },
      schema: { response: { 200: Type.Object({ count: Type.Integer() }) } },
    },
    async (request) => ({
      count: await notices.countUnread(sessionOf(request, 'staff').personId),
    }),
  );
  if (!options.isDemo) return;
  // Public on purpose: whoever plays the resident must see the code that was "sent" to them.
  app.get(
    '/api/demo/messages',
    {
      config: { right: 'public' },
      schema: { response: { 200: Type.Object({ messages: Type.Array(DemoMessage) }) } },
    },
    async () => ({ messages: await notices.demoMessages() }),
  );
}

/** One person's messages under `path`: a page of them, and marking one as read. */
function addInbox(app: App, notices: Notices, path: string, right: 'resident' | 'staff'): void {
  app.get(
    path,
    {
      config: { right },
      schema: {
        querystring: PageQuery,
        response: {
          200: Type.Object({ messages: Type.Array(Message), unread: Type.Integer() }),
        },
      },
    },
    async (request) => {
      const { personId } = sessionOf(request, right);
      const { beforeAt: at, beforeId: id } = request.query;
      const before = at !== undefined && id !== undefined ? { before: { at, id } } : {};
      const [messages, unread] = await Promise.all([
        notices.inbox(personId, { ...before, language: request.language }),
        notices.countUnread(personId),
      ]);
      return { messages, unread };
    },
  );
  app.post(
    `${path}/:id/read`,
    {
      config: { right },
      schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    },
    async (request, reply) => {
      await notices.markRead(sessionOf(request, right).personId, request.params.id);
      return reply.code(204).send();
    },
  );
}
