export { completeLetterCommand } from './complete-command.ts';
