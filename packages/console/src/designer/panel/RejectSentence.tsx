import type { OnReject, StepNode } from '@yichuang/kernel/flow';
import { withOptional } from '../model/with-optional.ts';
import { stepsBefore } from '../model/steps-before.ts';
import { useWorkbench } from '../workbench-context.ts';
import { nodeTitle } from '../words.ts';
import { Sentence } from './Sentence.tsx';
import { SelectSlot } from './slots.tsx';
import { useChangeStep } from './use-change-step.ts';

/** What follows a "no", which is not the same as sending back for change. */
export function RejectSentence({ step }: { readonly step: StepNode }) {
  const { flow, words, lifecycle } = useWorkbench();
  const { t, locale } = words;
  const change = useChangeStep(step.id);
  const earlier = flow === undefined ? [] : stepsBefore(flow, step.id);
  // An intake step refuses acceptance instead; a delivery has nothing to say no to.
  if (step.duty === 'intake' || step.duty === 'delivery') return null;
  const deniesAnyway = step.duty === 'decision' || lifecycle === 'internal';
  const ways = ['none', 'deny', 'continue', 'return'] as const;
  const isOffered = (way: (typeof ways)[number]) => {
    if (way === 'return') return earlier.length > 0;
    if (way === 'none') return !deniesAnyway;
    return way !== 'continue' || step.duty !== 'decision';
  };
  const set = (onReject: OnReject | undefined) =>
    change((s) => withOptional(s, 'onReject', onReject));
  const onChange = (way: (typeof ways)[number]) => {
    if (way === 'none' || (way === 'deny' && deniesAnyway)) set(undefined);
    else if (way === 'return') set({ then: 'return', to: earlier.at(-1)?.id ?? '' });
    else set({ then: way });
  };
  return (
    <Sentence
      text={t('designer.sentence.reject')}
      slots={{
        then: (
          <>
            <SelectSlot
              label={t('designer.slot.reject')}
              value={step.onReject?.then ?? (deniesAnyway ? 'deny' : 'none')}
              options={ways
                .filter(isOffered)
                .map((way) => ({ value: way, title: t(`designer.reject.${way}`) }))}
              onChange={onChange}
            />
            {step.onReject?.then === 'return' ? (
              <SelectSlot
                label={t('designer.slot.rejectTo')}
                value={step.onReject.to}
                placeholder={t('designer.chooseStep')}
                options={earlier.map((each) => ({
                  value: each.id,
                  title: nodeTitle(each, locale),
                }))}
                onChange={(to) => set({ then: 'return', to })}
              />
            ) : null}
          </>
        ),
      }}
    />
  );
}
