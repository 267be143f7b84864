import type { WatchDefinition, WatchRuleView, WatchScopeChoice } from '@yichuang/contracts';
import { Checkbox } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { SelectBox } from '../ui/SelectBox.tsx';
import { KINDS_OF_CASE, withScope, type Scope } from './scope.ts';

interface RuleScopeProps {
  readonly rule: WatchRuleView;
  readonly definition: WatchDefinition;
  readonly onChange: (definition: WatchDefinition) => void;
}

/** To which cases a rule applies; nothing named is everything. */
export function RuleScope({ rule: { scopes }, definition, onChange }: RuleScopeProps) {
  const { t } = useLocale();
  const { lifecycles = [], orgs = [], items = [] } = definition.scope ?? {};
  const change = (part: Scope) => onChange(withScope(definition, part));
  return (
    <fieldset className="field rule-scope">
      <legend className="field-label">{t('watch.scope')}</legend>
      <p className="field-hint">{t('watch.scopeHint')}</p>
      {scopes.hasKinds ? (
        <div>
          {KINDS_OF_CASE.map((kind) => (
            <Checkbox
              key={kind}
              checked={lifecycles.includes(kind)}
              onChange={({ target }) =>
                change({
                  lifecycles: KINDS_OF_CASE.filter((one) =>
                    one === kind ? target.checked : lifecycles.includes(one),
                  ),
                })
              }
            >
              {t(`watch.lifecycle.${kind}`)}
            </Checkbox>
          ))}
        </div>
      ) : null}
      <NamedList
        label={t('watch.addOrg')}
        chosen={orgs}
        choices={scopes.orgs}
        onChange={(next) => change({ orgs: next })}
      />
      <NamedList
        label={t('watch.addItem')}
        chosen={items}
        choices={scopes.items}
        onChange={(next) => change({ items: next })}
      />
    </fieldset>
  );
}

interface NamedListProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly choices: readonly WatchScopeChoice[];
  readonly onChange: (chosen: string[]) => void;
}

function NamedList({ label, chosen, choices, onChange }: NamedListProps) {
  const { t } = useLocale();
  if (choices.length === 0 && chosen.length === 0) return null;
  const nameOf = (key: string): string => choices.find((one) => one.key === key)?.name ?? key;
  const free = choices.filter(({ key }) => !chosen.includes(key));
  return (
    <div className="chips">
      {chosen.map((key) => (
        <button
          key={key}
          type="button"
          className="chip"
          aria-label={t('watch.takeOut', { name: nameOf(key) })}
          onClick={() => onChange(chosen.filter((one) => one !== key))}
        >
          {nameOf(key)} ×
        </button>
      ))}
      <SelectBox
        label={label}
        value={undefined}
        options={free.map(({ key, name }) => ({ value: key, title: name }))}
        onChange={(key) => (key === undefined ? undefined : onChange([...chosen, key]))}
      />
    </div>
  );
}
