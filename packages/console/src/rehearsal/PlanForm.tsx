import type { NumberSource, RehearsalPlan } from '@yichuang/contracts';
import { Button, InputNumber } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import type { PlanValues } from './plan-values.ts';

interface PlanFormProps {
  readonly plan: RehearsalPlan;
  readonly values: PlanValues;
  readonly isRunning: boolean;
  readonly onChange: (values: PlanValues) => void;
  readonly onRun: () => void;
}

/** Everything that the result depends on, each number with where it comes from. */
export function PlanForm(props: PlanFormProps) {
  const { plan, values, isRunning, onChange, onRun } = props;
  const { t } = useLocale();
  return (
    <form
      className="paper plan-form"
      aria-label={t('rehearsal.inputs')}
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <h2>{t('rehearsal.inputs')}</h2>
      <Field label={t('rehearsal.perDay')} hint={<Source source={plan.perDaySource} />}>
        {(control) => (
          <InputNumber
            {...control}
            min={0.1}
            max={1000}
            step={0.5}
            value={values.perDay}
            onChange={(perDay) => onChange({ ...values, perDay: perDay ?? 1 })}
          />
        )}
      </Field>
      <PostRows {...props} />
      <StepRows {...props} />
      <OtherRows {...props} />
      <Button type="primary" htmlType="submit" size="large" loading={isRunning} block>
        {t('rehearsal.run')}
      </Button>
    </form>
  );
}

/** Guesses are called guesses. */
function Source({ source }: { readonly source: NumberSource }) {
  const { t } = useLocale();
  return <span className={`source source-${source}`}>{t(`rehearsal.source.${source}`)}</span>;
}

function PostRows({ plan, values, onChange }: PlanFormProps) {
  const { t } = useLocale();
  const set = (post: string, change: Partial<PlanValues['posts'][string]>) => {
    const before = values.posts[post] ?? { people: 1, percent: 100 };
    onChange({ ...values, posts: { ...values.posts, [post]: { ...before, ...change } } });
  };
  return (
    <fieldset>
      <legend>{t('rehearsal.staffing')}</legend>
      {plan.posts.map(({ post, name, source }) => (
        <div key={post} className="plan-row">
          <span className="plan-name">
            {name} <Source source={source} />
          </span>
          <Cell
            label={t('rehearsal.peopleOf', { name })}
            unit={t('rehearsal.unitPeople')}
            min={1}
            max={500}
            value={values.posts[post]?.people}
            onChange={(people) => set(post, { people: Math.round(people) })}
          />
          <Cell
            label={t('rehearsal.shareOf', { name })}
            unit={t('rehearsal.unitShare')}
            min={1}
            max={100}
            value={values.posts[post]?.percent}
            onChange={(percent) => set(post, { percent })}
          />
        </div>
      ))}
    </fieldset>
  );
}

function StepRows({ plan, values, onChange }: PlanFormProps) {
  const { t } = useLocale();
  const set = (step: string, change: Partial<PlanValues['steps'][string]>) => {
    const before = values.steps[step] ?? { minutes: 0, returnPercent: 0 };
    onChange({ ...values, steps: { ...values.steps, [step]: { ...before, ...change } } });
  };
  return (
    <fieldset>
      <legend>{t('rehearsal.steps')}</legend>
      {plan.steps.map(({ stepId, name, source }) => (
        <div key={stepId} className="plan-row">
          <span className="plan-name">
            {name} <Source source={source} />
          </span>
          <Cell
            label={t('rehearsal.minutesOf', { name })}
            unit={t('rehearsal.unitMinutes')}
            min={0}
            max={10_000}
            value={values.steps[stepId]?.minutes}
            onChange={(minutes) => set(stepId, { minutes })}
          />
          <Cell
            label={t('rehearsal.returnsOf', { name })}
            unit={t('rehearsal.unitReturns')}
            min={0}
            max={90}
            value={values.steps[stepId]?.returnPercent}
            onChange={(returnPercent) => set(stepId, { returnPercent })}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Branches, waits and the seed: seldom changed, so folded away. */
function OtherRows({ plan, values, onChange }: PlanFormProps) {
  const { t } = useLocale();
  return (
    <details className="plan-more">
      <summary>{t('rehearsal.more')}</summary>
      {plan.branches.map(({ splitId, splitName, branchId, branchName, source }) => (
        <div key={`${splitId} ${branchId}`} className="plan-row">
          <span className="plan-name">
            {t('rehearsal.branch', { split: splitName, branch: branchName })}{' '}
            <Source source={source} />
          </span>
          <Cell
            label={t('rehearsal.branchOf', { name: branchName })}
            unit={t('rehearsal.unitBranch')}
            min={0}
            max={100}
            value={values.branches[splitId]?.[branchId]}
            onChange={(percent) => {
              const split = { ...values.branches[splitId], [branchId]: percent };
              onChange({ ...values, branches: { ...values.branches, [splitId]: split } });
            }}
          />
        </div>
      ))}
      {plan.waits.map(({ nodeId, name, source }) => (
        <div key={nodeId} className="plan-row">
          <span className="plan-name">
            {name} <Source source={source} />
          </span>
          <Cell
            label={t('rehearsal.waitOf', { name })}
            unit={t('rehearsal.unitDays')}
            min={0}
            max={365}
            value={values.waits[nodeId]}
            onChange={(days) => onChange({ ...values, waits: { ...values.waits, [nodeId]: days } })}
          />
        </div>
      ))}
      <div className="plan-row">
        <span className="plan-name">{t('rehearsal.seed')}</span>
        <Cell
          label={t('rehearsal.seed')}
          unit=""
          min={0}
          max={2_147_483_647}
          value={values.seed}
          onChange={(seed) => onChange({ ...values, seed: Math.round(seed) })}
        />
      </div>
    </details>
  );
}

interface CellProps {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

function Cell({ label, unit, min, max, value, onChange }: CellProps) {
  return (
    <span className="plan-cell">
      <InputNumber
        aria-label={label}
        controls={false}
        min={min}
        max={max}
        value={value ?? min}
        onChange={(entered) => onChange(entered ?? min)}
      />
      <span className="quiet">{unit}</span>
    </span>
  );
}
