export interface JumpToStepValues {
  readonly toStep: string;
  readonly reason: string;
}
