import type { NoticeTemplate } from '../notices/index.ts';

/** What the applicant is to be told, with the words' parameters. */
export interface PlannedNotice {
  readonly template: NoticeTemplate;
  readonly params: Readonly<Record<string, string | number>>;
  readonly secrets?: Readonly<Record<string, string | number>>;
}
