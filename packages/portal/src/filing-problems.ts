/** What still keeps a draft from being filed, and where it is put right. */
import type { DraftView } from '@yichuang/contracts';
import { askedMaterials, type ItemDefinition } from '@yichuang/kernel/case';
import { checkForm, type FormDefinition } from '@yichuang/kernel/form';
import { fieldId } from './components/field.ts';
import { problemText } from './components/form-fields.ts';
import { asksForApplicant, changePath, materialOf, stepsOfFiling } from './filing.ts';
import type { PageContext } from './page-context.ts';
import type { CheckProblem } from './pages/check-page.ts';
import { localName } from './texts/translate.ts';

interface Filing {
  readonly draft: DraftView;
  readonly item: ItemDefinition;
}

export function checkProblems(ctx: PageContext, filing: Filing): readonly CheckProblem[] {
  return [
    ...applicantProblems(ctx, filing),
    ...formProblems(ctx, filing),
    ...materialProblems(ctx, filing),
  ];
}

/** Where to go on: the first page with something missing, or the last one. */
export function firstOpenStep(ctx: PageContext, filing: Filing): string {
  const { draft, item } = filing;
  const steps = stepsOfFiling(ctx, item, draft);
  if (asksForApplicant(item) && draft.applicant === undefined) {
    return `/drafts/${draft.draftId}/applicant`;
  }
  const hrefs = checkProblems(ctx, filing).map(({ href }) => href.split('#')[0]);
  const open = steps.find((step) => hrefs.includes(step.href));
  return open?.href ?? `/drafts/${draft.draftId}/check`;
}

function applicantProblems(ctx: PageContext, { draft, item }: Filing): CheckProblem[] {
  const isOwn = item.audiences.includes('person');
  if (isOwn || draft.applicant?.kind === 'legal') return [];
  const href = `/drafts/${draft.draftId}/applicant`;
  return [{ href, text: ctx.t('applicant.name-missing') }];
}

function formProblems(ctx: PageContext, { draft, item }: Filing): CheckProblem[] {
  const { form } = item;
  if (form === undefined) return [];
  const own = checkForm(form, draft.form, { today: ctx.today }).flatMap((problem) => {
    const schema = form.schema.properties[problem.field];
    if (schema === undefined) return [];
    return [{ field: problem.field, text: problemText(ctx, problem, schema) }];
  });
  const told = new Set(own.map(({ field }) => field));
  const others = draft.problems
    .filter(({ kind, subject }) => kind === 'field' && !told.has(subject))
    .map(({ subject, text }) => ({ field: subject, text }));
  return [...own, ...others].map(({ field, text }) => ({
    href: `${pathOfField(draft, form, field)}#${fieldId(field)}`,
    text,
  }));
}

function pathOfField(draft: DraftView, form: FormDefinition, field: string): string {
  const section = form.sections.find(({ fields }) => fields.includes(field));
  return section === undefined
    ? `/drafts/${draft.draftId}/check`
    : changePath(form, section, draft.draftId);
}

function materialProblems(ctx: PageContext, { draft, item }: Filing): CheckProblem[] {
  const materials = askedMaterials(item, draft.form);
  const href = (id: string) => `/drafts/${draft.draftId}/materials#material-${id}`;
  const missing = materials
    .filter(({ id, necessity, heldAs }) => {
      const filed = materialOf(draft, id);
      const isThere =
        filed !== undefined &&
        (filed.pages.length > 0 || filed.isOnPaper || filed.isCommitted === true);
      return necessity === 'required' && heldAs === undefined && !isThere;
    })
    .map((material) => ({
      href: href(material.id),
      text: ctx.t('problem.material-missing', { material: localName(ctx.locale, material) }),
    }));
  const others = draft.problems
    .filter(({ kind, code }) => kind === 'material' && code !== 'material-missing')
    .map(({ subject, text }) => ({ href: href(subject), text }));
  return [...missing, ...others];
}
