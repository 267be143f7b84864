/** Acts that bring in a colleague: who, and with which words. */
import type { PersonName } from '@yichuang/contracts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { useLocale } from '../../session/use-locale.ts';
import { useMyId } from '../../session/use-session.ts';
import type { TextKey } from '../../texts/locale.ts';
import { missing, type Act, type ActPanelProps, type ActSubject } from '../act.ts';
import type { ActType, CommandOf, Problems } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { PersonValues } from './form-values.ts';

interface PersonActOptions<T extends ActType> {
  readonly type: T;
  readonly lead: TextKey;
  readonly isStaying: boolean;
  readonly who: TextKey;
  readonly label: TextKey;
  readonly command: (person: PersonName, words: string, subject: ActSubject) => CommandOf<T>;
}

export function personAct<T extends ActType>(options: PersonActOptions<T>): Act<T, PersonValues> {
  const { type, lead, isStaying, who, label, command } = options;
  return {
    type,
    tone: 'plain',
    hotkey: '',
    preview: 'none',
    isStaying,
    savesChecks: false,
    lead: () => lead,
    toForm: () => ({ person: null, words: '' }),
    toCommand: ({ person, words }, subject) =>
      command(person ?? { personId: '', name: '' }, words.trim(), subject),
    problemsOf: personProblems,
    Panel: (props) => <PersonPanel {...props} who={who} label={label} />,
  };
}

export function personProblems({ person, words }: PersonValues): Problems {
  return {
    ...missing(person === null, 'person', 'act.personMissing'),
    ...missing(words.trim() === '', 'words', 'act.wordsMissing'),
  };
}

interface PersonPanelProps extends ActPanelProps<PersonValues> {
  readonly who: TextKey;
  readonly label: TextKey;
}

export function PersonPanel(props: PersonPanelProps) {
  const { subject, values, problems, onChange, who, label } = props;
  const { t } = useLocale();
  const me = useMyId();
  const problem = problems['person'];
  // Nobody passes on to, asks or adds themselves; a task that nobody has may be given to oneself.
  const isForOthers = subject.allowed.act !== 'HandOverTask' && me !== undefined;
  return (
    <>
      <PersonPicker
        label={t(who)}
        chosen={values.person ?? undefined}
        without={isForOthers ? [me] : []}
        problem={problem === undefined ? undefined : t(problem.key)}
        onChoose={(person) => onChange({ person: person ?? null })}
      />
      <ReasonField
        label={t(label)}
        name="words"
        value={values.words}
        problems={problems}
        onChange={(words) => onChange({ words })}
      />
    </>
  );
}
