export { followUp, registerFollowUp, type FollowUpDeps } from './follow-up.ts';
