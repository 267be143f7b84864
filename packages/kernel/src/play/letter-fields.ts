/** How referrals, answers and what is said at the filing of a letter are written in a script. */
import type {
  ImportedLetter,
  LetterAnswer,
  LetterFiling,
  PersonRef,
  Referral,
} from '../case/index.ts';
import { isInstant, plainDate, type Instant, type PlainDate } from '../time/index.ts';
import {
  basis,
  field,
  listOf,
  number,
  oneOf,
  onlyTrue,
  word,
  words,
  type PlayField,
  type PlayScope,
} from './play-fields.ts';
import { onlyFields, readObject, readWord, wrong } from './read-values.ts';
import { LETTER_RESULTS, SATISFACTIONS } from '../words/index.ts';

type Fields<T> = { readonly [K in keyof T]-?: PlayField<Exclude<T[K], undefined>> };

export const day = field<PlainDate>('"2026-03-02"', (value, path) => {
  const text = readWord(value, path);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) throw wrong(value, path, '"2026-03-02"');
  return plainDate(text);
});

const instantField = field<Instant>('"2026-03-02T02:00:00.000Z"', (value, path) => {
  const text = readWord(value, path);
  if (!isInstant(text)) throw wrong(value, path, '"2026-03-02T02:00:00.000Z"');
  return text;
});

export const satisfaction = oneOf(...SATISFACTIONS);

export const referral = shape<Referral>(['toOrg', 'manner', 'note'], {
  toOrg: word,
  manner: oneOf('transfer', 'assign'),
  note: words,
  coUnits: listOf(word),
  reportBy: day,
  procedure: oneOf('simple'),
});

const answerFields: Fields<LetterAnswer> = {
  thanks: words,
  result: words,
  facts: words,
  basis: listOf(basis),
  outcome: oneOf(...LETTER_RESULTS),
  officerName: words,
  officerPhone: words,
};

export const answer = shape<LetterAnswer>(
  ['thanks', 'result', 'officerName', 'officerPhone'],
  answerFields,
);

export const filing = shape<LetterFiling>([], {
  representatives: listOf(
    shape<{ name: string; phone?: string }>(['name'], { name: words, phone: word }),
  ),
  people: number,
  sourceNumber: word,
  isAnonymous: onlyTrue,
  sensitivity: shape<NonNullable<LetterFiling['sensitivity']>>(['reason', 'at', 'by'], {
    reason: words,
    at: instantField,
    by: words,
  }),
  about: shape<NonNullable<LetterFiling['about']>>(['caseId', 'number', 'requestId', 'relation'], {
    caseId: word,
    number: word,
    requestId: word,
    relation: oneOf('review', 'recheck'),
  }),
  imported: shape<ImportedLetter>(['by'], {
    by: shape<PersonRef>(['personId', 'name'], { personId: word, name: words }),
    answer: shape<NonNullable<ImportedLetter['answer']>>(
      ['thanks', 'result', 'officerName', 'officerPhone', 'answeredOn'],
      { ...answerFields, answeredOn: day },
    ),
  }),
});

/** What is not written and not required is left out. */
function shape<T extends object>(required: readonly (keyof T)[], fields: Fields<T>): PlayField<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const wanted = `{${names.map((name) => `"${name}": ${fields[name].wanted}`).join(', ')}}`;
  return field(wanted, (value, path, scope) => {
    const given = readObject(value, path);
    onlyFields(given, path, names);
    const read = names
      .filter((name) => given[name] !== undefined || required.includes(name))
      .map((name) => [name, readField(fields[name], given[name], `${path}.${name}`, scope)]);
    // The fields are those of the type, and the required ones were read.
    return Object.fromEntries(read) as T;
  });
}

function readField<V>(known: PlayField<V>, value: unknown, path: string, scope: PlayScope): V {
  return known.read(value, path, scope);
}
