/**
 * Posts that a flow names by their role. An internal approval serves every department, so its flow
 * cannot name the posts of one: `@head` is the head of the applicant's own unit, `@head:toOrg` that
 * of the unit which the form names in its field `toOrg`; of a letter `@head:unit` is the
 * head of the unit that it was referred to.
 *
 * Resolved when a step opens, by the directory that the context hands in; the event then names the
 * post itself, so replay needs no directory. A role that nobody fills stays as it is written: no
 * one holds such a post, and the step's policy for "nobody" applies.
 */
import type { FormData } from '../form/index.ts';
import type { CaseContext } from './commands.ts';

export interface RoleAddress {
  readonly role: string;
  /** Field of the form with the id of a unit; absent: the unit of the case. */
  readonly field?: string;
}

const ADDRESS = /^@([a-z][a-z-]*)(?::([a-z][A-Za-z0-9]*))?$/u;

/** @returns undefined for the plain id of a post */
export function roleAddress(post: string): RoleAddress | undefined {
  const [, role, field] = ADDRESS.exec(post) ?? [];
  if (role === undefined) return undefined;
  return field === undefined ? { role } : { role, field };
}

/** The post that is meant, for a case of this unit and with this form. */
export function postAt(
  post: string,
  of: {
    readonly orgId: string;
    readonly form: FormData;
    readonly letter?: { readonly unit?: string };
  },
  context: Pick<CaseContext, 'postOf'>,
): string {
  const address = roleAddress(post);
  if (address === undefined) return post;
  const orgId = orgAt(address.field, of);
  if (typeof orgId !== 'string') return post;
  return context.postOf?.(address.role, orgId) ?? post;
}

/** The field that means the unit a letter was referred to; its own office until then. */
const UNIT = 'unit';

function orgAt(field: string | undefined, of: Parameters<typeof postAt>[1]): unknown {
  if (field === undefined) return of.orgId;
  return field === UNIT && of.letter !== undefined ? (of.letter.unit ?? of.orgId) : of.form[field];
}
