export { registerFollowUp, type FollowUpDeps } from './follow-up.ts';
