import type { StepNode, StepPolicies } from '@yichuang/kernel/flow';
import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { Sentence } from './Sentence.tsx';
import { PostSlot, SelectSlot } from './slots.tsx';

interface TimeOutSentenceProps {
  readonly step: StepNode;
  readonly policies: StepPolicies;
  readonly onChange: <K extends keyof StepPolicies>(
    key: K,
    value: StepPolicies[K] | undefined,
  ) => void;
}

/** A decision that nobody took needs a ground: whoever lets the system decide names it. */
export function TimeOutSentence({ step, policies, onChange }: TimeOutSentenceProps) {
  const { t } = useWorkbench().words;
  const { timeOut, timeOutBasis } = policies;
  const isDecided = timeOut?.then === 'approve' || timeOut?.then === 'reject';
  if (step.limit === undefined) {
    return <p className="sentence quiet">{t('designer.timeOutNeedsLimit')}</p>;
  }
  return (
    <>
      <Sentence
        text={t('designer.sentence.timeOut')}
        slots={{
          then: (
            <SelectSlot
              label={t('designer.slot.timeOut')}
              value={timeOut?.then ?? 'light'}
              options={(['light', 'post', 'approve', 'reject'] as const).map((value) => ({
                value,
                title: t(`designer.timeOut.${value}`),
              }))}
              onChange={(value) => {
                if (value === 'light') onChange('timeOut', undefined);
                else if (value === 'post') onChange('timeOut', { then: 'post', post: '' });
                else onChange('timeOut', { then: value });
              }}
            />
          ),
          post:
            timeOut?.then === 'post' ? (
              <PostSlot
                label={t('designer.slot.timeOutPost')}
                post={timeOut.post}
                onChange={(post) => onChange('timeOut', { then: 'post', post })}
              />
            ) : null,
        }}
      />
      {isDecided ? (
        <div className="field-pair">
          <Field label={t('designer.basisLaw')} hint={t('designer.basisHint')}>
            {(control) => (
              <Input
                {...control}
                value={timeOutBasis?.law ?? ''}
                onChange={(event) =>
                  onChange('timeOutBasis', {
                    article: '',
                    ...timeOutBasis,
                    law: event.target.value,
                  })
                }
              />
            )}
          </Field>
          <Field label={t('designer.basisArticle')}>
            {(control) => (
              <Input
                {...control}
                value={timeOutBasis?.article ?? ''}
                onChange={(event) =>
                  onChange('timeOutBasis', {
                    law: '',
                    ...timeOutBasis,
                    article: event.target.value,
                  })
                }
              />
            )}
          </Field>
        </div>
      ) : null}
    </>
  );
}
