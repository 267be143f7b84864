/** Plays: a script of acts by named people, run on a flow without a server. See docs/play.md. */
export { play, type PlayRun } from './play.ts';
export type { PlayInput } from './play-input.ts';
export type { PlayClock, PlayLine, PlayOpenTask, UnmetExpectation } from './play-line.ts';
export { playActs } from './play-acts.ts';
export type { PlayAct } from './play-act.ts';
export { itemAround } from './play-item.ts';
export { readScript, type ScriptReading } from './read-script.ts';
export { ScriptFault, type ScriptProblem, type ScriptProblemCode } from './script-fault.ts';
export {
  SYSTEM_ACTOR,
  type Expectation,
  type PlayEntry,
  type PlayPerson,
  type PlayProxy,
  type PlayScript,
} from './script.ts';
