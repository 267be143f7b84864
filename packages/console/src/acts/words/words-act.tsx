/** Acts that ask for nothing but words, or for nothing at all: one shape for all of them. */
import { useLocale } from '../../session/use-locale.ts';
import type { TextKey } from '../../texts/locale.ts';
import { missing, type Act, type ActPanelProps, type ActSubject } from '../act.ts';
import type { ActType, CommandOf } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';

export interface WordsValues {
  readonly words: string;
}

interface WordsActOptions<T extends ActType> {
  readonly type: T;
  readonly tone: 'main' | 'plain' | 'danger';
  readonly lead: TextKey;
  readonly isStaying: boolean;
  /** Absent: the act needs no words. */
  readonly label?: TextKey;
  /** Words may be left out. */
  readonly isOptional?: true;
  readonly command: (words: string, subject: ActSubject) => CommandOf<T>;
}

export function wordsAct<T extends ActType>(options: WordsActOptions<T>): Act<T, WordsValues> {
  const { type, tone, lead, isStaying, label, isOptional, command } = options;
  return {
    type,
    tone,
    hotkey: '',
    preview: 'none',
    isStaying,
    savesChecks: false,
    lead: () => lead,
    toForm: () => ({ words: '' }),
    toCommand: ({ words }, subject) => command(words.trim(), subject),
    problemsOf: ({ words }) =>
      missing(
        label !== undefined && isOptional !== true && words.trim() === '',
        'words',
        'act.wordsMissing',
      ),
    Panel: label === undefined ? NoWords : panelFor(label, isOptional === true),
  };
}

/** What the act means says it all. */
function NoWords() {
  return null;
}

function panelFor(label: TextKey, isOptional: boolean) {
  return function WordsPanel({ values, problems, onChange }: ActPanelProps<WordsValues>) {
    const { t } = useLocale();
    return (
      <ReasonField
        label={isOptional ? `${t(label)}${t('form.optional')}` : t(label)}
        name="words"
        value={values.words}
        problems={problems}
        onChange={(words) => onChange({ words })}
      />
    );
  };
}
