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

/** A resident's inbox; in a demo also what the local gateway "sent". */
export function noticeRoutes(app: App, notices: Notices, options: { isDemo: boolean }): void {
  app.get(
    '/api/me/inbox',
    {
      config: { right: 'resident' },
      schema: {
        querystring: PageQuery,
        response: {
          200: Type.Object({ messages: Type.Array(Message), unread: Type.Integer() }),
        },
      },
    },
    async (request) => {
      const { personId } = sessionOf(request, 'resident');
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
    '/api/me/inbox/:id/read',
    {
      config: { right: 'resident' },
      schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    },
    async (request, reply) => {
      await notices.markRead(sessionOf(request, 'resident').personId, request.params.id);
      return reply.code(204).send();
    },
  );
  addMessages(app, notices);
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

/** What members of staff are told: reminders, tasks that came by name, tasks that are gone. */
function addMessages(app: App, notices: Notices): void {
  const config = { right: 'staff' } as const;
  app.get(
    '/api/me/messages',
    {
      config,
      schema: {
        querystring: PageQuery,
        response: {
          200: Type.Object({ messages: Type.Array(Message), unread: Type.Integer() }),
        },
      },
    },
    async (request) => {
      const { personId } = sessionOf(request, 'staff');
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
    '/api/me/messages/:id/read',
    { config, schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) } },
    async (request, reply) => {
      await notices.markRead(sessionOf(request, 'staff').personId, request.params.id);
      return reply.code(204).send();
    },
  );
}
