/** A filing from its beginning to its receipt: applicant, sections, check, file. */
import { parseCreditCode } from '@yichuang/kernel/ids';
import type { FormData } from '@yichuang/kernel/form';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { problemText } from '../components/form-fields.ts';
import { nextStep, problemsOfSection, readSection, sectionPath, stepsOfFiling } from '../filing.ts';
import { checkProblems, firstOpenStep } from '../filing-problems.ts';
import { residentOf, type ResidentContext } from '../gate.ts';
import { applyPage } from '../pages/apply-page.ts';
import { checkPage } from '../pages/check-page.ts';
import { confirmPage } from '../pages/confirm-page.ts';
import { applicantPage, sectionPage, type FieldErrors } from '../pages/form-page.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { keyIn, postedForm, type PostedForm } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { residentRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { asked, openDraft, type OpenDraft } from './open-draft.ts';

interface DraftRoute {
  readonly Params: { readonly id: string };
}
interface SectionRoute {
  readonly Params: { readonly id: string; readonly section: string };
  readonly Querystring: { readonly edit?: string };
}

export function addDraftRoutes(app: FastifyInstance, portal: Portal): void {
  addApplyRoutes(app, portal);
  addApplicantRoutes(app, portal);
  addSectionRoutes(app, portal);
  addCheckRoutes(app, portal);
}

function addApplyRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;
  interface ItemRoute {
    readonly Params: { readonly code: string };
  }
  const ready = async (request: FastifyRequest<ItemRoute>, reply: FastifyReply) => {
    const path = `/items/${encodeURIComponent(request.params.code)}/apply`;
    const ctx = await residentOf(portal, request, reply, path);
    if (ctx === undefined) return undefined;
    if (ctx.session.isIdentified) return ctx;
    void reply.redirect(`/identify?next=${encodeURIComponent(path)}`, 303);
    return undefined;
  };

  app.get<ItemRoute>('/items/:code/apply', residentRoute, async (request, reply) => {
    const ctx = await ready(request, reply);
    if (ctx === undefined) return reply;
    const item = (await services.findItem(request.params.code)) ?? notFound();
    const bundleId = services.bundleOf(item.code);
    if (bundleId !== undefined) return reply.redirect(`/bundles/${bundleId}`, 303);
    if (!item.isOnline) return reply.redirect(`/items/${encodeURIComponent(item.code)}`, 303);
    return sendPage(reply, applyPage(ctx, item));
  });

  app.post<ItemRoute>('/items/:code/apply', residentRoute, async (request, reply) => {
    const ctx = await ready(request, reply);
    if (ctx === undefined) return reply;
    const bundleId = services.bundleOf(request.params.code);
    if (bundleId !== undefined) return reply.redirect(`/bundles/${bundleId}`, 303);
    const { draftId } = await services.createDraft(ctx.session.personId, request.params.code);
    return reply.redirect(`/drafts/${draftId}`, 303);
  });

  app.get<DraftRoute>('/drafts/:id', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    return open === undefined ? reply : reply.redirect(firstOpenStep(open.ctx, open), 303);
  });

  app.post<DraftRoute>('/drafts/:id/delete', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, draft } = open;
    if (postedForm(request).text('sure') !== 'yes') {
      const page = confirmPage(ctx, {
        question: ctx.t('delete.question', { item: draft.itemName }),
        text: ctx.t('delete.text'),
        yes: ctx.t('delete.yes'),
        no: ctx.t('delete.no'),
        action: `/drafts/${draft.draftId}/delete`,
        back: `/drafts/${draft.draftId}/check`,
      });
      return sendPage(reply, page);
    }
    await services.deleteDraft(ctx.session.personId, draft.draftId);
    return reply.redirect('/my', 303);
  });
}

function addApplicantRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get<DraftRoute>('/drafts/:id/applicant', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, draft, item } = open;
    const { applicant } = draft;
    return sendPage(
      reply,
      applicantPage(ctx, {
        item,
        draft,
        selfName: ctx.session.name,
        kind: applicant?.kind ?? '',
        name: applicant?.kind === 'legal' ? applicant.name : '',
        code: applicant?.kind === 'legal' ? (applicant.code ?? '') : '',
        errors: {},
      }),
    );
  });

  app.post<DraftRoute>('/drafts/:id/applicant', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, draft, item } = open;
    const form = postedForm(request);
    const [kind, name, code] = [form.text('kind'), form.text('name'), form.text('code')];
    const isLegal = kind === 'legal';
    const errors = applicantErrors(ctx, { kind, name, code });
    if (Object.keys(errors).length > 0) {
      const typed = { kind: isLegal ? 'legal' : kind === 'natural' ? 'natural' : '' } as const;
      const data = { item, draft, selfName: ctx.session.name, ...typed, name, code, errors };
      return sendPage(reply, applicantPage(ctx, data), 422);
    }
    const parsed = parseCreditCode(code);
    await services.changeDraft(ctx.session.personId, draft.draftId, {
      applicant: isLegal
        ? { kind: 'legal', name, code: parsed.value }
        : { kind: 'natural', name: ctx.session.name },
    });
    return onward(reply, open, `/drafts/${draft.draftId}/applicant`, form);
  });
}

function applicantErrors(
  ctx: ResidentContext,
  { kind, name, code }: { kind: string; name: string; code: string },
): FieldErrors {
  const { t } = ctx;
  if (kind !== 'legal') {
    return kind === 'natural' ? {} : { kind: t('applicant.kind-missing') };
  }
  const errors: Record<string, string> = {};
  if (name === '') errors['name'] = t('applicant.name-missing');
  const parsed = parseCreditCode(code);
  if (code === '') errors['code'] = t('applicant.code-missing');
  else if (!parsed.ok) {
    const problem = { field: 'code', code: 'field-not-a-credit-code' as const };
    const params = { problem: parsed.problem };
    const schema = { type: 'string' as const, title: t('applicant.code') };
    errors['code'] = problemText(ctx, { ...problem, params }, schema);
  }
  return errors;
}

function addSectionRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get<SectionRoute>('/drafts/:id/form/:section', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, draft, item } = open;
    const { form, section } = sectionOf(open, request.params.section);
    const edited = request.query.edit === undefined ? [] : [request.query.edit];
    const data = { item, form, section, draft, values: draft.form, errors: {}, edited };
    return sendPage(reply, sectionPage(ctx, data));
  });

  app.post<SectionRoute>('/drafts/:id/form/:section', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, item } = open;
    const { form, section } = sectionOf(open, request.params.section);
    const posted = postedForm(request);
    const typed = readSection(form, section, posted, open.draft.form);
    const values = { ...open.draft.form, ...typed };
    const problems = problemsOfSection(form, section, values, ctx.today);
    const bad = new Set(problems.map(({ field }) => field));
    // What is right is kept even when something else is not: nobody types it twice.
    const good = Object.fromEntries(Object.entries(typed).filter(([field]) => !bad.has(field)));
    const draft = await services.changeDraft(ctx.session.personId, open.draft.draftId, {
      form: good,
    });
    const isLeaving = posted.text('then') === 'leave';
    if (isLeaving || problems.length === 0) {
      return onward(reply, { ...open, draft }, sectionPath(draft.draftId, section.id), posted);
    }
    const errors = errorsOf(ctx, form.schema.properties, problems);
    const edited = Object.keys(typed);
    const data = { item, form, section, draft, values: values as FormData, errors, edited };
    return sendPage(reply, sectionPage(ctx, data), 422);
  });
}

function errorsOf(
  ctx: ResidentContext,
  schemas: Parameters<typeof problemsOfSection>[0]['schema']['properties'],
  problems: ReturnType<typeof problemsOfSection>,
): FieldErrors {
  return Object.fromEntries(
    problems.flatMap((problem) => {
      const schema = schemas[problem.field];
      return schema === undefined ? [] : [[problem.field, problemText(ctx, problem, schema)]];
    }),
  );
}

function sectionOf({ item }: OpenDraft, sectionId: string) {
  const { form } = item;
  const section = form?.sections.find(({ id }) => id === sectionId);
  return form === undefined || section === undefined ? notFound() : { form, section };
}

function onward(
  reply: FastifyReply,
  { ctx, draft, item }: OpenDraft,
  path: string,
  posted: PostedForm,
): FastifyReply {
  if (posted.text('then') === 'leave') return reply.redirect('/my', 303);
  const next = nextStep(stepsOfFiling(ctx, item, draft), path);
  return reply.redirect(next?.href ?? `/drafts/${draft.draftId}/check`, 303);
}

function addCheckRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;
  const page = (open: OpenDraft, idempotencyKey: string, refusal?: string) =>
    checkPage(open.ctx, {
      item: open.item,
      draft: open.draft,
      asked: asked(open),
      problems: checkProblems(open.ctx, open),
      idempotencyKey,
      selfName: open.ctx.session.name,
      ...(refusal === undefined ? {} : { refusal }),
    });

  app.get<DraftRoute>('/drafts/:id/check', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    return open === undefined ? reply : sendPage(reply, page(open, randomUUID()));
  });

  app.post<DraftRoute>('/drafts/:id/file', residentRoute, async (request, reply) => {
    const { id } = request.params;
    const ctx = await residentOf(portal, request, reply, `/drafts/${id}/check`);
    if (ctx === undefined) return reply;
    const key = keyIn(postedForm(request).text('key'));
    // Not looked for as a draft first: filed already, it is none, and the same key still answers.
    const receipt = await orRefusal(services.fileDraft(ctx.session.personId, id, key));
    if (!(receipt instanceof PortalRefusal)) {
      return sendPage(reply, receiptPage({ ...ctx, path: '/my' }, receipt));
    }
    const open = await openDraft(portal, request, reply);
    if (open === undefined) return reply;
    return sendPage(reply, page(open, randomUUID(), refusalText(ctx, receipt)), receipt.status);
  });
}
