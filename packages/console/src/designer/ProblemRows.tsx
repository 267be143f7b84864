import type { DesignProblem } from '@yichuang/contracts';

interface ProblemRowsProps {
  readonly problems: readonly DesignProblem[];
  readonly onGo: (problem: DesignProblem) => void;
}

/** What is wrong and what to do about it; press one to go there. */
export function ProblemRows({ problems, onGo }: ProblemRowsProps) {
  return (
    <ol className="problems-list">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.text}`}>
          <button type="button" onClick={() => onGo(problem)}>
            <span>{problem.text}</span> <span className="quiet">{problem.remedy}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
