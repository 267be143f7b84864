import type { PersonName, StaffPerson } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { peopleApi } from '../api/people.ts';
import { useLocale } from '../session/use-locale.ts';
import { Picked } from '../ui/Picked.tsx';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { recentPeople, rememberPerson } from './recent-people.ts';

interface PersonPickerProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly chosen: PersonName | undefined;
  readonly problem?: string | undefined;
  /** Not offered: oneself, or who is there already. */
  readonly without?: readonly string[];
  /** Also those whose account is disabled: their work is to be handed over. */
  readonly isLeaving?: boolean;
  readonly onChoose: (person: PersonName | undefined) => void;
}

/** Type part of a name, an office or a post; whoever was chosen lately stands there already. */
export function PersonPicker(props: PersonPickerProps) {
  const { label, hint, chosen, problem, without = [], isLeaving = false, onChoose } = props;
  const { t } = useLocale();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['staff', q, isLeaving],
    queryFn: () => peopleApi.find(q, isLeaving),
    enabled: chosen === undefined && q !== '',
    placeholderData: (before) => before,
  });
  if (chosen !== undefined) {
    return (
      <Picked
        label={label}
        name={chosen.name}
        change={t('people.change')}
        onChange={() => onChoose(undefined)}
      />
    );
  }
  const people = (q === '' ? recentPeople() : (found.data ?? [])).filter(
    ({ personId }) => !without.includes(personId),
  );
  return (
    <div className="picker">
      <SearchField
        label={label}
        hint={hint}
        problem={problem}
        placeholder={t('people.search')}
        maxLength={50}
        value={text}
        onChange={setText}
      />
      {people.length === 0 ? null : (
        <ul className="picks" aria-label={label}>
          {people.map((person) => (
            <li key={person.personId}>
              <button
                type="button"
                onClick={() => {
                  if (person.isDisabled !== true) rememberPerson(person);
                  setText('');
                  onChoose({ personId: person.personId, name: person.name });
                }}
              >
                <strong>{person.name}</strong> <span className="quiet">{postsOf(person)}</span>{' '}
                {person.isDisabled === true ? (
                  <span className="badge">{t('accounts.state.disabled')}</span>
                ) : null}
                {person.deputyName === undefined ? null : (
                  <span className="badge">{t('people.away', { name: person.deputyName })}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.isError ? <p className="field-problem">{sentenceOf(found.error, t)}</p> : null}
      {q !== '' && found.isSuccess && people.length === 0 ? (
        <p className="quiet">{t('people.none')}</p>
      ) : null}
    </div>
  );
}

function postsOf({ posts }: StaffPerson): string {
  return posts.map(({ orgName, name }) => `${orgName} ${name}`).join('；');
}
