import type { TryAct, TryLine, TryPerson } from '@yichuang/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { locate } from '../model/lane.ts';
import { stepsBefore } from '../model/steps-before.ts';
import { Sentence } from '../panel/Sentence.tsx';
import { SelectSlot } from '../panel/slots.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { nodeTitle } from '../words.ts';
import { actsOf, verbsOf, type TryVerb } from './try-acts.ts';

interface OpenTasksProps {
  readonly open: TryLine['open'];
  readonly people: readonly TryPerson[];
  readonly isRunning: boolean;
  readonly onAct: (acts: readonly TryAct[]) => void;
}

/** Whose turn it is: choose who acts and what they do. */
export function OpenTasks({ open, people, isRunning, onAct }: OpenTasksProps) {
  const { t } = useWorkbench().words;
  if (open.length === 0) return <p className="quiet">{t('designer.tryNothingOpen')}</p>;
  return (
    <ul className="try-tasks" aria-label={t('designer.tryOpen')}>
      {open.map((task) => (
        <li key={task.taskId}>
          <OpenTask task={task} people={people} isRunning={isRunning} onAct={onAct} />
        </li>
      ))}
    </ul>
  );
}

interface OpenTaskProps {
  readonly task: TryLine['open'][number];
  readonly people: readonly TryPerson[];
  readonly isRunning: boolean;
  readonly onAct: (acts: readonly TryAct[]) => void;
}

const WAITS = ['', '1wd', '3wd', '10wd'] as const;

function OpenTask({ task, people, isRunning, onAct }: OpenTaskProps) {
  const { design, flow, words } = useWorkbench();
  const { t, locale } = words;
  const [by, setBy] = useState(task.who[0] ?? '');
  const [opinion, setOpinion] = useState('');
  const [after, setAfter] = useState<(typeof WAITS)[number]>('');
  const step = flow === undefined ? undefined : locate(flow, task.step)?.node;
  const earlier = flow === undefined ? [] : stepsBefore(flow, task.step);
  const [toStep, setToStep] = useState(earlier.at(-1)?.id ?? '');
  if (step?.kind !== 'step') return null;
  const verbs = verbsOf(step, earlier.length > 0);
  const act = (verb: TryVerb) =>
    onAct(
      actsOf(
        {
          by,
          taskId: task.taskId,
          verb,
          // A "no" needs words; those of a try need not be typed.
          opinion: opinion === '' ? t(`designer.tryOpinion.${verb}`) : opinion,
          toStep,
          after,
        },
        design.item.materials.length > 0,
      ),
    );
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <>
      <h3>{nodeTitle(step, locale)}</h3>
      {task.who.length === 0 ? (
        <p className="quiet">{t('designer.tryNobody')}</p>
      ) : (
        <>
          <Sentence
            text={t('designer.sentence.try')}
            slots={{
              who: (
                <SelectSlot
                  label={t('designer.slot.tryWho')}
                  value={by}
                  options={task.who.map((id) => ({ value: id, title: nameOf(id) }))}
                  onChange={setBy}
                />
              ),
              after: (
                <SelectSlot
                  label={t('designer.slot.tryAfter')}
                  value={after === '' ? 'now' : after}
                  options={WAITS.map((wait) => ({
                    value: wait === '' ? ('now' as const) : wait,
                    title: t(`designer.tryAfter.${wait === '' ? 'now' : wait}`),
                  }))}
                  onChange={(wait) => setAfter(wait === 'now' ? '' : wait)}
                />
              ),
            }}
          />
          <Input
            aria-label={t('act.opinion')}
            placeholder={t('act.opinion')}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
          {verbs.includes('return') ? (
            <Sentence
              text={t('designer.sentence.tryReturn')}
              slots={{
                to: (
                  <SelectSlot
                    label={t('designer.slot.tryTo')}
                    value={toStep}
                    options={earlier.map((each) => ({
                      value: each.id,
                      title: nodeTitle(each, locale),
                    }))}
                    onChange={setToStep}
                  />
                ),
              }}
            />
          ) : null}
          <div className="panel-acts">
            {verbs.map((verb, at) => (
              <Button
                key={verb}
                size="small"
                type={at === 0 ? 'primary' : 'default'}
                disabled={isRunning}
                onClick={() => act(verb)}
              >
                {t(`designer.tryVerb.${verb}`)}
              </Button>
            ))}
          </div>
        </>
      )}
    </>
  );
}
