import type { AllowedActView, CaseView } from '@yichuang/contracts';
import { actKey } from '../acts/act-key.ts';
import { GROUPS, groupOf, isActType, registry } from '../acts/registry.ts';
import { verbKey } from '../acts/verb-key.ts';
import { useLocale } from '../session/use-locale.ts';
import { verbSubject } from './verb-subject.ts';

interface ActVerbsProps {
  readonly view: CaseView;
  readonly offered: readonly AllowedActView[];
  readonly open: string;
  readonly onOpen: (key: string) => void;
}

/** The verbs, the main one first, each with its key. Where two steps are open, with its step. */
export function ActVerbs({ view, offered, open, onOpen }: ActVerbsProps) {
  const { t } = useLocale();
  const stepOf = (allowed: AllowedActView) => {
    const isTwice = offered.filter(({ act }) => act === allowed.act).length > 1;
    const task = view.tasks.find(({ taskId }) => taskId === allowed.taskId);
    return isTwice && task !== undefined ? t('case.stepName', { step: task.stepName }) : '';
  };
  const subjectOf = (allowed: AllowedActView) => {
    const name = verbSubject(allowed, view);
    return name === undefined ? null : <span className="verb-subject"> {name}</span>;
  };
  const verbs = (acts: readonly AllowedActView[]) =>
    acts.map((allowed) => {
      if (!isActType(allowed.act)) return null;
      const { tone, hotkey, type } = registry[allowed.act];
      const key = actKey(allowed);
      return (
        <button
          key={key}
          type="button"
          className={`verb verb-${tone}`}
          aria-pressed={key === open}
          {...(hotkey === '' ? {} : { 'aria-keyshortcuts': hotkey })}
          onClick={() => onOpen(key)}
        >
          {stepOf(allowed)}
          {t(verbKey(type, allowed, view))}
          {subjectOf(allowed)}
          {allowed.onBehalfOf === undefined
            ? null
            : ` ${t('act.behalf', { name: allowed.onBehalfOf })}`}{' '}
          {hotkey === '' ? null : <kbd className="only-keyboard">{hotkey.toUpperCase()}</kbd>}
        </button>
      );
    });
  const daily = offered.filter(({ act }) => isActType(act) && groupOf(act) === undefined);
  const others = GROUPS.map((group) => ({
    group,
    acts: offered.filter(({ act }) => isActType(act) && groupOf(act) === group),
  }));
  const isOtherOpen = others.some(({ acts }) => acts.some((allowed) => actKey(allowed) === open));
  return (
    <div className="verbs" role="group" aria-label={t('case.acts')}>
      {verbs(daily)}
      {others.every(({ acts }) => acts.length === 0) ? null : (
        <details className="more-verbs" open={isOtherOpen || daily.length === 0}>
          <summary>{t('nav.more')}</summary>
          {others.map(({ group, acts }) =>
            acts.length === 0 ? null : (
              <div
                key={group}
                className="verb-group"
                role="group"
                aria-label={t(`act.group.${group}`)}
              >
                <span className="verb-heading">{t(`act.group.${group}`)}</span>
                {verbs(acts)}
              </div>
            ),
          )}
        </details>
      )}
    </div>
  );
}
