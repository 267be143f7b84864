import type { AllowedActView, CaseView } from '@yichuang/contracts';
import { actKey } from '../acts/act-key.ts';
import { isActType, registry } from '../acts/registry.ts';
import { useLocale } from '../session/use-locale.ts';

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
  return (
    <div className="verbs" role="group" aria-label={t('case.acts')}>
      {offered.map((allowed) => {
        if (!isActType(allowed.act)) return null;
        const { tone, hotkey, type } = registry[allowed.act];
        const key = actKey(allowed);
        return (
          <button
            key={key}
            type="button"
            className={`verb verb-${tone}`}
            aria-pressed={key === open}
            aria-keyshortcuts={hotkey}
            onClick={() => onOpen(key)}
          >
            {stepOf(allowed)}
            {t(`act.${type}`)} <kbd className="only-keyboard">{hotkey.toUpperCase()}</kbd>
          </button>
        );
      })}
    </div>
  );
}
