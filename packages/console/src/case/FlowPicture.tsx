import type { FlowStepView } from '@yichuang/contracts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';

const marks: Readonly<Record<FlowStepView['status'], string>> = {
  ahead: '○',
  open: '◉',
  done: '●',
  reset: '↺',
  cancelled: '✕',
  skipped: '⤼',
  'not-taken': '–',
};

/** The way of the case from top to bottom; what runs side by side is indented under its branch. */
export function FlowPicture({ steps }: { readonly steps: readonly FlowStepView[] }) {
  const { t, locale } = useLocale();
  if (steps.length === 0) return <p className="quiet">{t('flow.none')}</p>;
  return (
    <ol className="flow">
      {steps.map((step) => {
        const unit = textKey('days', step.limit?.unit ?? '');
        return (
          <li
            key={step.nodeId}
            className={`flow-step flow-${step.status}`}
            style={{ marginInlineStart: step.depth * 24 }}
            aria-current={step.status === 'open' ? 'step' : undefined}
          >
            <span aria-hidden="true" className="flow-mark">
              {marks[step.status]}
            </span>
            <span>
              <strong>{step.name}</strong>
              {step.round > 1 ? (
                <span className="tag">{t('flow.round', { n: step.round })}</span>
              ) : null}
              <span className="quiet">
                {' '}
                {step.posts.map((post) => post.name).join(t('list.comma'))}
                {step.limit === undefined || unit === undefined
                  ? ''
                  : ` · ${t(unit, { n: step.limit.amount })}`}
              </span>
            </span>
            <span className="flow-status">
              {t(`flow.${step.status}`)}
              {step.at === undefined ? null : (
                <span className="quiet"> {formatAt(step.at, locale)}</span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
