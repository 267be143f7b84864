import { Button } from 'antd';
import type { ReactNode } from 'react';
import { NO_CONNECTION, ProblemError } from '../api/problem-error.ts';
import { useLocale } from '../session/use-locale.ts';
import type { Translate } from '../texts/locale.ts';

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** A refusal or a failure: the sentence, the law behind it, and what to do next. */
export function ProblemNotice({ error, onRetry, children }: ProblemNoticeProps) {
  const { t } = useLocale();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const basis = problem?.legalBasis;
  const others = (problem?.problems ?? []).filter((other) => other.detail !== problem?.detail);
  return (
    <div className="notice notice-bad" role="alert">
      <p className="notice-title">{sentenceOf(error, t)}</p>
      {others.length === 0 ? null : (
        <ul>
          {others.map((other) => (
            <li key={`${other.code} ${other.detail}`}>{other.detail}</li>
          ))}
        </ul>
      )}
      {problem?.nextStep === undefined ? null : <p>{problem.nextStep}</p>}
      {basis === undefined ? null : (
        <p className="quiet">{t('state.basis', { law: basis.law, article: basis.article })}</p>
      )}
      {problem?.incidentId === undefined ? null : (
        <p className="quiet">{t('state.incident', { id: problem.incidentId })}</p>
      )}
      {children}
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}

export function sentenceOf(error: unknown, t: Translate): string {
  if (!(error instanceof ProblemError)) return t('state.unreadable', { status: '?' });
  const { problem } = error;
  if (problem.code === NO_CONNECTION) return t('state.noConnection');
  if (problem.detail !== '') return problem.detail;
  return problem.title === '' ? t('state.unreadable', { status: problem.status }) : problem.title;
}
