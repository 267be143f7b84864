export interface HandOutCaseValues {
  readonly itemCode: string;
  readonly orgId: string;
  readonly note: string;
}
