import type { Agreement, StepNode } from '@yichuang/kernel/flow';
import { useWorkbench } from '../workbench-context.ts';
import { Sentence } from './Sentence.tsx';
import { NumberSlot, SelectSlot } from './slots.tsx';
import { useChangeStep } from './use-change-step.ts';

/** The setting behind each rule, said on the screen: nobody has to know what 会签 implies. */
export function AgreementSentences({ step }: { readonly step: StepNode }) {
  const { t } = useWorkbench().words;
  const change = useChangeStep(step.id);
  const { agreement } = step;
  const set = (next: Agreement) => change((s) => ({ ...s, agreement: next }));
  if (step.posts.length < 2) return null;
  switch (agreement.rule) {
    case 'one':
    case 'in-turn':
      return <p className="sentence quiet">{t(`designer.agreementLead.${agreement.rule}`)}</p>;
    case 'any':
      return (
        <Sentence
          text={t('designer.sentence.any')}
          slots={{
            counts: (
              <SelectSlot
                label={t('designer.slot.rejectCounts')}
                value={agreement.rejectCounts}
                options={(['when-all', 'at-once'] as const).map((value) => ({
                  value,
                  title: t(`designer.any.${value}`),
                }))}
                onChange={(rejectCounts) => set({ ...agreement, rejectCounts })}
              />
            ),
          }}
        />
      );
    case 'all':
      return (
        <Sentence
          text={t('designer.sentence.all')}
          slots={{
            counts: (
              <SelectSlot
                label={t('designer.slot.rejectCounts')}
                value={agreement.rejectCounts}
                options={(['hear-all', 'at-once'] as const).map((value) => ({
                  value,
                  title: t(`designer.all.${value}`),
                }))}
                onChange={(rejectCounts) => set({ ...agreement, rejectCounts })}
              />
            ),
          }}
        />
      );
    case 'vote':
      return <VoteSentences step={step} vote={agreement} onChange={set} />;
  }
}

interface VoteSentencesProps {
  readonly step: StepNode;
  readonly vote: Extract<Agreement, { readonly rule: 'vote' }>;
  readonly onChange: (vote: Agreement) => void;
}

function VoteSentences({ step, vote, onChange }: VoteSentencesProps) {
  const { words } = useWorkbench();
  const { t } = words;
  return (
    <>
      <Sentence
        text={t('designer.sentence.vote')}
        slots={{
          strict: (
            <SelectSlot
              label={t('designer.slot.strict')}
              value={vote.isStrict ? 'more' : 'reach'}
              options={(['more', 'reach'] as const).map((value) => ({
                value,
                title: t(`designer.vote.${value}`),
              }))}
              onChange={(value) => onChange({ ...vote, isStrict: value === 'more' })}
            />
          ),
          share: (
            <NumberSlot
              label={t('designer.slot.share')}
              value={Math.round(vote.share * 100)}
              min={1}
              max={100}
              onChange={(share) => onChange({ ...vote, share: share / 100 })}
            />
          ),
        }}
      />
      <table className="weights">
        <caption className="quiet">{t('designer.weights')}</caption>
        <tbody>
          {step.posts.map((post) => (
            <tr key={post}>
              <th scope="row">{words.post(post)}</th>
              <td>
                <NumberSlot
                  label={t('designer.weightOf', { post: words.post(post) })}
                  value={vote.weights?.[post] ?? 1}
                  min={1}
                  max={100}
                  onChange={(weight) =>
                    onChange({ ...vote, weights: { ...vote.weights, [post]: weight } })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
