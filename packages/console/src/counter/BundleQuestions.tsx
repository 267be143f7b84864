import type { BundleQuestionView } from '@yichuang/contracts';
import { checkField } from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { bundlesApi } from '../api/bundles.ts';
import { FieldInput } from '../form/FieldInput.tsx';
import { showProblem } from '../form/field-words.ts';
import { toValue } from '../form/typed-value.ts';
import { dayOf } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { givenAnswers, questionField } from './bundle-answers.ts';
import type { FormTexts } from './draft-values.ts';

interface BundleQuestionsProps {
  readonly bundleId: string;
  readonly texts: FormTexts;
  readonly onText: (question: string, text: string) => void;
}

/** The questions that are put with the answers so far, under one another; then what applies. */
export function BundleQuestions({ bundleId, texts, onText }: BundleQuestionsProps) {
  const { t, locale } = useLocale();
  const answers = useDeferredValue(givenAnswers(texts));
  const asked = useQuery({
    queryKey: ['bundle', locale, bundleId, answers],
    queryFn: () => bundlesApi.interview(bundleId, answers),
    placeholderData: (before) => before,
  });
  const isDone = asked.data !== undefined && asked.data.next === undefined;
  const result = useQuery({
    queryKey: ['bundle-result', locale, bundleId, answers],
    queryFn: () => bundlesApi.result(bundleId, answers),
    enabled: isDone && !asked.isPlaceholderData,
  });
  const questions = [
    ...(asked.data?.answered ?? []).map(({ question }) => question),
    ...(asked.data?.next === undefined ? [] : [asked.data.next]),
  ];
  return (
    <fieldset className="field">
      <legend className="field-label">{t('counter.questions')}</legend>
      {questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          text={texts[question.id] ?? ''}
          onText={(text) => onText(question.id, text)}
        />
      ))}
      {asked.isError ? <ProblemNotice error={asked.error} /> : null}
      <div role="status">
        {result.data === undefined || !isDone ? null : (
          <>
            <p>{t('counter.parts', { n: result.data.parts.length })}</p>
            <ul className="plain-list">
              {result.data.parts.map((part) => (
                <li key={part.partId}>
                  {part.name} <span className="quiet">{part.office}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </fieldset>
  );
}

interface QuestionProps {
  readonly question: BundleQuestionView;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Question({ question, text, onText }: QuestionProps) {
  const words = useLocale();
  const schema = questionField(question);
  const value = toValue(schema, text);
  const today = dayOf(new Date().toISOString()) as PlainDate;
  const [found] = value === null ? [] : checkField(question.id, schema, value, today);
  return (
    <FieldInput
      schema={schema}
      isRequired
      text={text}
      problem={found === undefined ? undefined : showProblem(found, schema, words)}
      onChange={onText}
    />
  );
}
