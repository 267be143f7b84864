import type { DesignProblem } from '@yichuang/contracts';
import { useState } from 'react';
import { ProblemRows } from './ProblemRows.tsx';
import { useLocale } from '../session/use-locale.ts';

interface ProblemListProps {
  readonly problems: readonly DesignProblem[];
  readonly onGo: (problem: DesignProblem) => void;
}

/** All that keeps the draft from being published, in words; press one to go there. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  const { t } = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const isClean = problems.length === 0;
  return (
    <section className="problems" aria-label={t('designer.problems')}>
      <button
        type="button"
        className={isClean ? 'problems-head problems-clean' : 'problems-head'}
        aria-expanded={isOpen && !isClean}
        disabled={isClean}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true">{isClean ? '✓' : '▲'}</span>{' '}
        <span role="status">
          {isClean
            ? t('designer.noProblems')
            : t('designer.problemsToMend', { n: problems.length })}
        </span>
        {isClean ? null : <span aria-hidden="true">{isOpen ? '▾' : '▴'}</span>}
      </button>
      {isOpen && !isClean ? <ProblemRows problems={problems} onGo={onGo} /> : null}
    </section>
  );
}
