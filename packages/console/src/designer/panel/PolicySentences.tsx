import type { StepNode, StepPolicies } from '@yichuang/kernel/flow';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';
import { Sentence } from './Sentence.tsx';
import { PostSlot, SelectSlot } from './slots.tsx';
import { TimeOutSentence } from './TimeOutSentence.tsx';
import { useChangeStep } from './use-change-step.ts';

/** What the system does where people cannot; each is recorded as its own act, with this rule. */
export function PolicySentences({ step }: { readonly step: StepNode }) {
  const { t } = useWorkbench().words;
  const change = useChangeStep(step.id);
  const policies: StepPolicies = step.policies ?? {};
  const set = <K extends keyof StepPolicies>(key: K, value: StepPolicies[K] | undefined) =>
    change((s) => {
      const next = withOptional(s.policies ?? {}, key, value);
      return withOptional(s, 'policies', Object.keys(next).length === 0 ? undefined : next);
    });
  const { applicantHolds, nobody } = policies;
  return (
    <>
      <Sentence
        text={t('designer.sentence.samePerson')}
        slots={{
          then: (
            <SelectSlot
              label={t('designer.slot.samePerson')}
              value={policies.samePerson ?? 'again'}
              options={(['again', 'skip'] as const).map((value) => ({
                value,
                title: t(`designer.samePerson.${value}`),
              }))}
              onChange={(value) => set('samePerson', value === 'skip' ? value : undefined)}
            />
          ),
        }}
      />
      <Sentence
        text={t('designer.sentence.applicantHolds')}
        slots={{
          then: (
            <SelectSlot
              label={t('designer.slot.applicantHolds')}
              value={applicantHolds?.then ?? 'administrator'}
              options={(['administrator', 'skip', 'post'] as const).map((value) => ({
                value,
                title: t(`designer.applicantHolds.${value}`),
              }))}
              onChange={(value) => {
                if (value === 'administrator') set('applicantHolds', undefined);
                else if (value === 'skip') set('applicantHolds', { then: 'skip' });
                else set('applicantHolds', { then: 'post', post: '' });
              }}
            />
          ),
          post:
            applicantHolds?.then === 'post' ? (
              <PostSlot
                label={t('designer.slot.applicantHoldsPost')}
                post={applicantHolds.post}
                onChange={(post) => set('applicantHolds', { then: 'post', post })}
              />
            ) : null,
        }}
      />
      <Sentence
        text={t('designer.sentence.nobody')}
        slots={{
          then: (
            <SelectSlot
              label={t('designer.slot.nobody')}
              value={nobody === undefined ? 'administrator' : 'post'}
              options={(['administrator', 'post'] as const).map((value) => ({
                value,
                title: t(`designer.nobody.${value}`),
              }))}
              onChange={(value) => set('nobody', value === 'post' ? { post: '' } : undefined)}
            />
          ),
          post:
            nobody === undefined ? null : (
              <PostSlot
                label={t('designer.slot.nobodyPost')}
                post={nobody.post}
                onChange={(post) => set('nobody', { post })}
              />
            ),
        }}
      />
      <TimeOutSentence step={step} policies={policies} onChange={set} />
    </>
  );
}
