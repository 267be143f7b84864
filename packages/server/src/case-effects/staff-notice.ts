import type { CaseState, ItemDefinition, PersonRef } from '@yichuang/kernel/case';
import type { NoticeTemplate } from '../notices/index.ts';

export interface StaffNotice {
  readonly template: NoticeTemplate;
  readonly personId: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface StaffNoticeFacts {
  readonly state: CaseState;
  readonly stepName: (stepId: string) => string;
  /** Persons who hold a post today. */
  readonly holdersOf: (post: string) => readonly PersonRef[];
  /** The post of a role at an organisation, or at the nearest one above it. */
  readonly postOf: (role: string, orgId: string) => string | undefined;
  readonly item: Pick<ItemDefinition, 'letter'>;
}
