import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lettersApi } from '../../api/letters.ts';
import { useAssistance } from '../../letters/use-letters.ts';
import { WhyLine } from '../../letters/WhyLine.tsx';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Picked } from '../../ui/Picked.tsx';
import { sentenceOf } from '../../ui/ProblemNotice.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import { fromDuplicate, RELATIONS, type LinkLetterValues, type LinkTarget } from './form-values.ts';

const SETTLE_MS = 300;
const FOUND = 6;

/** Suggested duplicates with why, or any letter by its number or words; one is chosen by hand. */
export function LinkLetterPanel(props: ActPanelProps<LinkLetterValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const { caseId } = subject.view;
  const { target } = values;
  const duplicates = useAssistance(caseId).data?.duplicates ?? [];
  const problem = problems['target'];
  return (
    <>
      {target === undefined ? (
        <>
          <ul className="picks" aria-label={t('assist.duplicates')}>
            {duplicates
              .filter(({ isLinked }) => !isLinked)
              .map((duplicate) => (
                <li key={duplicate.caseId}>
                  <button
                    type="button"
                    onClick={() => onChange(fromDuplicate(duplicate, values, t('list.comma')))}
                  >
                    <strong>{duplicate.title}</strong>{' '}
                    <span className="quiet tabular">{duplicate.number}</span>
                    <WhyLine why={duplicate.why} />
                  </button>
                </li>
              ))}
          </ul>
          <LetterFinder
            without={caseId}
            problem={problem === undefined ? undefined : t(problem.key)}
            onChoose={(found) => onChange({ target: found })}
          />
        </>
      ) : (
        <Picked
          label={t('act.LinkLetter.target')}
          name={target.title}
          change={t('counter.change')}
          onChange={() => onChange({ target: undefined })}
        >
          <span className="quiet tabular">{target.number}</span>
        </Picked>
      )}
      <ChoiceField
        label={t('act.LinkLetter.relation')}
        value={values.relation}
        choices={RELATIONS.map((value) => ({ value, title: t(`linkRelation.${value}`) }))}
        onChange={(relation) => onChange({ relation })}
      />
      <ActReason values={values} problems={problems} onChange={onChange} />
    </>
  );
}

interface LetterFinderProps {
  readonly without: string;
  readonly problem: string | undefined;
  readonly onChoose: (letter: LinkTarget) => void;
}

function LetterFinder({ without, problem, onChoose }: LetterFinderProps) {
  const { t } = useLocale();
  const [text, setText] = useState('');
  const q = useSettled(text.trim(), SETTLE_MS);
  const found = useQuery({
    queryKey: ['letters', 'finder', q],
    queryFn: ({ signal }) => lettersApi.find({ q, limit: FOUND }, signal),
    enabled: q !== '',
    placeholderData: (before) => before,
  });
  const rows = q === '' ? [] : (found.data?.rows ?? []).filter(({ caseId }) => caseId !== without);
  return (
    <div className="picker">
      <SearchField
        label={t('act.LinkLetter.target')}
        problem={problem}
        placeholder={t('letters.search')}
        maxLength={100}
        value={text}
        onChange={setText}
      />
      {rows.length === 0 ? null : (
        <ul className="picks" aria-label={t('act.LinkLetter.target')}>
          {rows.map(({ caseId, number, title, senderName }) => (
            <li key={caseId}>
              <button type="button" onClick={() => onChoose({ caseId, number, title })}>
                <strong>{title}</strong>{' '}
                <span className="quiet tabular">
                  {number} {senderName}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.isError ? <p className="field-problem">{sentenceOf(found.error, t)}</p> : null}
    </div>
  );
}
