import type { StepNode } from '@yichuang/kernel/flow';
import { useWorkbench } from '../workbench-context.ts';
import { dutyWord } from '../words.ts';
import { AgreementSentences } from './AgreementSentences.tsx';
import { FormRights } from './FormRights.tsx';
import { LimitSlots } from './LimitSlots.tsx';
import { NameFields } from './NameFields.tsx';
import { PolicySentences } from './PolicySentences.tsx';
import { RejectSentence } from './RejectSentence.tsx';
import { RiskPointFields } from './RiskPointFields.tsx';
import { Sentence } from './Sentence.tsx';
import { PostsSlot, SelectSlot } from './slots.tsx';
import { useChangeStep } from './use-change-step.ts';
import { withOptional } from '../model/with-optional.ts';

/** A step as sentences: who does what by when, how they agree, and what else may happen. */
export function StepPanel({ step }: { readonly step: StepNode }) {
  const { words, design } = useWorkbench();
  const { t } = words;
  const isFiling = step.duty === 'filing';
  return (
    <>
      <NameFields node={step} />
      {isFiling ? <p className="sentence">{t('designer.filingLead')}</p> : <Main step={step} />}
      {isFiling ? null : (
        <>
          <AgreementSentences step={step} />
          <RejectSentence step={step} />
          <OpinionSentence step={step} />
          <details className="panel-part" open={step.policies !== undefined}>
            <summary>{t('designer.policies')}</summary>
            <PolicySentences step={step} />
          </details>
        </>
      )}
      {design.item.form === undefined || isFiling ? null : (
        <details className="panel-part" open={step.form !== undefined}>
          <summary>{t('designer.rights')}</summary>
          <FormRights step={step} form={design.item.form} />
        </details>
      )}
      {isFiling ? null : (
        <details className="panel-part" open={step.riskPoint !== undefined}>
          <summary>{t('designer.risk')}</summary>
          <RiskPointFields step={step} />
        </details>
      )}
    </>
  );
}

function Main({ step }: { readonly step: StepNode }) {
  const { words, lifecycle } = useWorkbench();
  const { t } = words;
  const change = useChangeStep(step.id);
  const duties: readonly StepNode['duty'][] =
    lifecycle === 'internal' ? ['task'] : ['intake', 'review', 'decision', 'task', 'delivery'];
  const rules = ['one', 'any', 'all', 'in-turn', 'vote'] as const;
  return (
    <Sentence
      text={t('designer.sentence.step')}
      slots={{
        posts: (
          <PostsSlot
            label={t('designer.slot.posts')}
            posts={step.posts}
            onChange={(posts) => change((s) => withPosts(s, posts))}
          />
        ),
        agreement: (
          <SelectSlot
            label={t('designer.slot.agreement')}
            value={step.agreement.rule}
            options={(step.posts.length > 1 ? rules : (['one'] as const)).map((rule) => ({
              value: rule,
              title: t(`designer.agreementSlot.${rule}`),
            }))}
            onChange={(rule) => change((s) => ({ ...s, agreement: agreementOf(rule) }))}
          />
        ),
        limit: (
          <LimitSlots
            limit={step.limit}
            onChange={(limit) => change((s) => withOptional(s, 'limit', limit))}
          />
        ),
        duty: (
          <SelectSlot
            label={t('designer.slot.duty')}
            value={step.duty}
            options={duties.map((duty) => ({ value: duty, title: dutyWord(duty, lifecycle, t) }))}
            onChange={(duty) => change((s) => ({ ...s, duty }))}
          />
        ),
      }}
    />
  );
}

/** One post cannot disagree with itself: the rule falls back to the single task. */
function withPosts(step: StepNode, posts: readonly string[]): StepNode {
  const { agreement } = step;
  if (posts.length < 2) return { ...step, posts, agreement: { rule: 'one' } };
  if (agreement.rule !== 'vote' || agreement.weights === undefined) return { ...step, posts };
  const weights = Object.fromEntries(
    Object.entries(agreement.weights).filter(([post]) => posts.includes(post)),
  );
  return { ...step, posts, agreement: { ...agreement, weights } };
}

function agreementOf(rule: StepNode['agreement']['rule']): StepNode['agreement'] {
  switch (rule) {
    case 'one':
    case 'in-turn':
      return { rule };
    case 'any':
      return { rule, rejectCounts: 'when-all' };
    case 'all':
      return { rule, rejectCounts: 'hear-all' };
    case 'vote':
      return { rule, share: 0.5, isStrict: true };
  }
}

function OpinionSentence({ step }: { readonly step: StepNode }) {
  const { t } = useWorkbench().words;
  const change = useChangeStep(step.id);
  return (
    <Sentence
      text={t('designer.sentence.opinion')}
      slots={{
        opinion: (
          <SelectSlot
            label={t('designer.slot.opinion')}
            value={step.opinion ?? 'free'}
            options={(['free', 'required'] as const).map((value) => ({
              value,
              title: t(`designer.opinion.${value}`),
            }))}
            onChange={(opinion) =>
              change((s) =>
                withOptional(s, 'opinion', opinion === 'required' ? opinion : undefined),
              )
            }
          />
        ),
      }}
    />
  );
}
