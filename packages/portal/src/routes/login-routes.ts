import { parseCitizenId, parseMobile } from '@yichuang/kernel/ids';
import type { FastifyInstance } from 'fastify';
import { localPath, readCarry } from '../carry.ts';
import type { Onward } from '../components/hidden-fields.ts';
import { readCookie, setCookie } from '../cookies.ts';
import { residentOf } from '../gate.ts';
import type { PageContext } from '../page-context.ts';
import { codePage, continuePage, identifyPage, loginPage } from '../pages/login-page.ts';
import { sendPage, visitorOf, type Portal } from '../portal.ts';
import { postedForm, type PostedForm } from '../posted-form.ts';
import { orRefusal, refusalText } from '../refusal-answer.ts';
import { publicRoute, residentRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import type { TextKey } from '../texts/translate.ts';

interface Next {
  readonly Querystring: { readonly next?: string };
}

export function addLoginRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get<Next>('/login', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const next = localPath(request.query.next, '/my');
    if (ctx.session !== undefined) return reply.redirect(next, 303);
    return sendPage(reply, loginPage(ctx, { next }));
  });

  app.post('/login/code', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, '/login');
    const form = postedForm(request);
    const onward = onwardOf(form);
    const typed = form.text('phone');
    const phone = parseMobile(typed);
    if (!phone.ok) {
      const error = ctx.t(typed === '' ? 'login.phone-missing' : 'login.phone-wrong');
      return sendPage(reply, loginPage(ctx, { ...onward, phone: typed, error }), 422);
    }
    const refusal = await orRefusal(services.requestCode(phone.value, visitorOf(request)));
    const isResent = form.has('resend');
    if (refusal instanceof PortalRefusal) {
      const error = refusalText(ctx, refusal);
      const page = isResent
        ? codePage(ctx, { ...onward, phone: phone.value, error })
        : loginPage(ctx, { ...onward, phone: typed, error });
      return sendPage(reply, page, refusal.status);
    }
    return sendPage(reply, codePage(ctx, { ...onward, phone: phone.value, isResent }));
  });

  app.post('/login', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, '/login');
    const form = postedForm(request);
    const onward = onwardOf(form);
    const phone = form.text('phone');
    const code = form.text('code').replace(/\s/g, '');
    if (!/^\d{4,8}$/.test(code)) {
      const error = ctx.t('login.code-wrong-shape');
      return sendPage(reply, codePage(ctx, { ...onward, phone, error }), 422);
    }
    const entered = await orRefusal(services.logIn(phone, code, visitorOf(request)));
    if (entered instanceof PortalRefusal) {
      const error = refusalText(ctx, entered);
      return sendPage(reply, codePage(ctx, { ...onward, phone, error }), entered.status);
    }
    const { token, maxAgeSeconds } = entered;
    setCookie(reply, portal.sessionCookie, token, { isSecure: portal.isSecure, maxAgeSeconds });
    if (onward.carry === undefined) return reply.redirect(onward.next, 303);
    const session = await services.session(token);
    return sendPage(reply, continuePage({ ...ctx, session }, onward));
  });

  app.post('/logout', publicRoute, async (request, reply) => {
    const token = readCookie(request, portal.sessionCookie);
    if (token !== undefined) await services.logOut(token);
    setCookie(reply, portal.sessionCookie, '', { isSecure: portal.isSecure, maxAgeSeconds: 0 });
    return reply.redirect('/', 303);
  });

  addIdentifyRoutes(app, portal);
}

function addIdentifyRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get<Next>('/identify', residentRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request, reply);
    if (ctx === undefined) return reply;
    const next = localPath(request.query.next, '/my');
    if (ctx.session.isIdentified) return reply.redirect(next, 303);
    return sendPage(reply, identifyPage(ctx, { next, name: ctx.session.name, idNumber: '' }));
  });

  app.post('/identify', residentRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request, reply, '/identify');
    if (ctx === undefined) return reply;
    const form = postedForm(request);
    const onward = onwardOf(form);
    const name = form.text('name');
    const idNumber = form.text('idNumber');
    const errors = identityErrors(ctx, name, idNumber);
    if (errors !== undefined) {
      return sendPage(reply, identifyPage(ctx, { ...onward, name, idNumber, errors }), 422);
    }
    const refusal = await orRefusal(services.identify(ctx.session.personId, { name, idNumber }));
    if (refusal instanceof PortalRefusal) {
      const wrong = { idNumber: refusalText(ctx, refusal) };
      const page = identifyPage(ctx, { ...onward, name, idNumber, errors: wrong });
      return sendPage(reply, page, refusal.status);
    }
    return reply.redirect(onward.next, 303);
  });
}

function identityErrors(ctx: PageContext, name: string, idNumber: string) {
  const { t } = ctx;
  const errors: { name?: string; idNumber?: string } = {};
  if (name === '') errors.name = t('identify.name-missing');
  const parsed = parseCitizenId(idNumber, ctx.today);
  if (idNumber === '') errors.idNumber = t('identify.number-missing');
  else if (!parsed.ok) {
    const title = t('identify.number');
    errors.idNumber = t(`citizen-id.${parsed.problem}` as TextKey, { title });
  }
  return errors.name === undefined && errors.idNumber === undefined ? undefined : errors;
}

function onwardOf(form: PostedForm): Onward {
  const next = localPath(form.text('next'), '/my');
  const carry = readCarry(form.text('carry'));
  return carry === undefined ? { next } : { next, carry };
}
