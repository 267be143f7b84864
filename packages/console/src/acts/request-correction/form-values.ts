import { faulty, toChecks } from '../../materials/check-values.ts';
import { taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

/** All it says is in the verdicts on the materials; nothing is typed twice. */
export type RequestCorrectionValues = Readonly<Record<never, never>>;

export function toForm(): RequestCorrectionValues {
  return {};
}

export function toCommand(
  _values: RequestCorrectionValues,
  subject: ActSubject,
): CommandOf<'RequestCorrection'> {
  const items = toChecks(subject.checks, { materials: faulty(subject.checks, subject.view) });
  return { type: 'RequestCorrection', taskId: taskOf(subject), items };
}

/**
 * @basis 中华人民共和国行政许可法 第三十二条第一款第四项: 应当当场或者在五日内一次告知申请人需要补正的全部内容。
 */
export function problemsOf(_values: RequestCorrectionValues, subject: ActSubject): Problems {
  const wanted = faulty(subject.checks, subject.view);
  if (wanted.length === 0) return { items: { key: 'act.RequestCorrection.none' } };
  const wordless = wanted.find(
    ({ materialId }) => (subject.checks[materialId]?.problem ?? '').trim() === '',
  );
  return wordless === undefined
    ? {}
    : { items: { key: 'act.RequestCorrection.wordless', params: { name: wordless.name } } };
}
