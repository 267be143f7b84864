import type { DesignProblem, TryAct, TryResult } from '@yichuang/contracts';
import type { FormData } from '@yichuang/kernel/form';
import { Button, Skeleton } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { textKey } from '../../texts/locale.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { tabOf } from '../design-tabs.ts';
import { ProblemRows } from '../ProblemRows.tsx';
import { FlowCanvas } from '../canvas/FlowCanvas.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { OpenTasks } from './OpenTasks.tsx';
import { TracesContext } from './traces-context.ts';
import { tracesOf } from './try-acts.ts';
import { TryForm } from './TryForm.tsx';
import { TryStory } from './TryStory.tsx';

interface TryViewProps {
  readonly onClose: () => void;
  readonly onGo: (problem: DesignProblem) => void;
}

/** 试走: invented people walk the flow; the tree lights up, and nothing is stored. */
export function TryView({ onClose, onGo }: TryViewProps) {
  const { problems, words } = useWorkbench();
  const own = problems.filter(({ path }) => ['flow', 'form'].includes(tabOf(path)));
  if (own.length === 0) return <Try onClose={onClose} />;
  return (
    <div className="designer-empty">
      <p>{words.t('designer.tryNot')}</p>
      <ProblemRows problems={own} onGo={onGo} />
      <Button onClick={onClose}>{words.t('designer.tryEnd')}</Button>
    </div>
  );
}

function Try({ onClose }: Pick<TryViewProps, 'onClose'>) {
  const { view, design, words } = useWorkbench();
  const { t } = words;
  const [result, setResult] = useState<TryResult>();
  const [error, setError] = useState<unknown>();
  const [isRunning, setIsRunning] = useState(true);
  const { flush } = design;
  const run = useCallback(
    async (acts: readonly TryAct[], more: { form?: FormData; walksOn?: boolean } = {}) => {
      setIsRunning(true);
      setError(undefined);
      try {
        await flush();
        const { form, walksOn } = more;
        setResult(
          await designerApi.tryOut(view.draftId, {
            acts: [...acts],
            ...(form === undefined ? {} : { form }),
            ...(walksOn === undefined ? {} : { walksOn }),
          }),
        );
      } catch (caught) {
        setError(caught);
      } finally {
        setIsRunning(false);
      }
    },
    [flush, view.draftId],
  );
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void run([]);
  }, [run]);
  const last = result?.lines.at(-1);
  const standing = result?.lines.findLast(({ ok }) => ok);
  const form = result?.form;
  const withForm = form === undefined ? {} : { form };
  return (
    <div className="flow-tab try">
      <TracesContext value={tracesOf(standing)}>
        <FlowCanvas />
      </TracesContext>
      <aside className="panel" aria-label={t('designer.tryTitle')}>
        <header className="panel-head">
          <div>
            <h2>{t('designer.tryTitle')}</h2>
            <p className="quiet">{t('designer.tryLead')}</p>
          </div>
        </header>
        <div className="panel-acts">
          <Button
            type="primary"
            loading={isRunning}
            disabled={(standing?.open.length ?? 0) === 0}
            onClick={() => void run(result?.acts ?? [], { ...withForm, walksOn: true })}
          >
            {t('designer.tryWalk')}
          </Button>
          <Button disabled={isRunning} onClick={() => void run([], withForm)}>
            {t('designer.tryAgain')}
          </Button>
          <Button onClick={onClose}>{t('designer.tryEnd')}</Button>
        </div>
        {error === undefined ? null : (
          <ProblemNotice error={error} onRetry={() => void run(result?.acts ?? [], withForm)} />
        )}
        {result === undefined ? (
          error === undefined ? (
            <Skeleton active />
          ) : null
        ) : (
          <>
            {last?.ok === false ? (
              <div className="notice notice-bad" role="alert">
                {last.texts.map((text) => (
                  <p key={text}>{text}</p>
                ))}
                <Button size="small" onClick={() => void run(result.acts.slice(0, -1), withForm)}>
                  {t('designer.tryBack')}
                </Button>
              </div>
            ) : null}
            <p role="status" className="try-phase">
              {t('designer.tryPhase', {
                phase: phaseWords(standing?.phase, t),
              })}
            </p>
            <OpenTasks
              open={standing?.open ?? []}
              people={result.people}
              isRunning={isRunning}
              onAct={(acts) => void run([...playedActs(result), ...acts], withForm)}
            />
            <TryForm
              key={JSON.stringify(result.form)}
              data={result.form}
              onRun={(data) => void run([], { form: data })}
            />
            <TryStory lines={result.lines} people={result.people} />
          </>
        )}
      </aside>
    </div>
  );
}

/** An act that was refused is not tried again with the next one. */
function playedActs({ acts, lines }: TryResult): readonly TryAct[] {
  return lines.at(-1)?.ok === false ? acts.slice(0, -1) : acts;
}

function phaseWords(
  phase: string | undefined,
  t: ReturnType<typeof useWorkbench>['words']['t'],
): string {
  const key = textKey('phase', phase ?? '');
  return key === undefined ? (phase ?? '') : t(key);
}
