import { dayOf } from '../../format/format-day.ts';
import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface RecordInvestigationValues {
  /** Shanghai day, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly place: string;
  readonly people: string;
  readonly text: string;
}

/** Begins at the day of the last thing that happened: an investigation follows it. */
export function toForm({ view }: ActSubject): RecordInvestigationValues {
  const heldOn = dayOf(view.timeline.at(-1)?.at ?? view.receivedAt);
  return { heldOn, place: '', people: '', text: '' };
}

export function toCommand(
  values: RecordInvestigationValues,
  subject: ActSubject,
): CommandOf<'RecordInvestigation'> {
  return {
    type: 'RecordInvestigation',
    taskId: taskOf(subject),
    heldOn: values.heldOn,
    place: values.place.trim(),
    people: values.people.trim(),
    text: values.text.trim(),
  };
}

export function problemsOf(values: RecordInvestigationValues): Problems {
  return {
    ...missing(values.heldOn === '', 'heldOn', 'letters.dayMissing'),
    ...missing(values.text.trim() === '', 'text', 'act.wordsMissing'),
  };
}
