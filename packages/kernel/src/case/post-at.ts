/**
 * Posts that a flow names by their role. An internal approval serves every department, so its flow
 * cannot name the posts of one: `@head` is the head of the applicant's own unit, `@head:toOrg` that
 * of the unit which the form names in its field `toOrg`.
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
  of: { readonly orgId: string; readonly form: FormData },
  context: Pick<CaseContext, 'postOf'>,
): string {
  const address = roleAddress(post);
  if (address === undefined) return post;
  const orgId = address.field === undefined ? of.orgId : of.form[address.field];
  if (typeof orgId !== 'string') return post;
  return context.postOf?.(address.role, orgId) ?? post;
}
