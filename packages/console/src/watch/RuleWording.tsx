import type { WatchDefinition, WatchRuleView } from '@yichuang/contracts';
import { Checkbox, Input } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Field } from '../ui/Field.tsx';
import { factWord, inWords } from './in-words.ts';
import { RuleScope } from './RuleScope.tsx';

interface RuleWordingProps {
  readonly rule: WatchRuleView;
  readonly definition: WatchDefinition;
  readonly onChange: (change: Partial<WatchDefinition>) => void;
  readonly onReplace: (definition: WatchDefinition) => void;
}

const LIGHTS = ['yellow', 'red'] as const;
const ADDRESSEES = ['handler', 'head', 'supervision'] as const;

/** Condition, sentence, light, scope and addressees; of a rule of law no part gets milder. */
export function RuleWording({ rule, definition, onChange, onReplace }: RuleWordingProps) {
  const { t } = useLocale();
  const { tell = [] } = definition;
  const isFixed = rule.isByLaw;
  const parameters = Object.keys(definition.parameters ?? {}).map((name) => `p.${name}`);
  const names = [...rule.names, ...parameters];
  return (
    <details className="desk-more">
      <summary>{t('watch.editAll')}</summary>
      <Field label={t('watch.name')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={definition.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      {isFixed ? null : (
        <>
          <Field label={t('watch.when')} hint={t('watch.whenHint')}>
            {(control) => (
              <Input.TextArea
                {...control}
                className="feel"
                rows={4}
                maxLength={2000}
                spellCheck={false}
                value={definition.when}
                onChange={(event) => onChange({ when: event.target.value })}
              />
            )}
          </Field>
          <p role="status">
            {t('watch.inWords')}：{inWords(definition, t)}
          </p>
          <WordList
            names={names}
            onPick={(name) => onChange({ when: `${definition.when.trimEnd()} ${name}` })}
          />
        </>
      )}
      <Field label={t('watch.saysLabel')} hint={t('watch.saysHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={400}
            value={definition.says}
            onChange={(event) => onChange({ says: event.target.value })}
          />
        )}
      </Field>
      <WordList
        names={names}
        onPick={(name) => onChange({ says: `${definition.says}{${name}}` })}
      />
      <ChoiceField
        label={t('watch.severity')}
        value={definition.light}
        choices={LIGHTS.map((light) => ({
          value: light,
          title: t(`watch.severity.${light}`),
          isDisabled: isFixed && rule.definition.light === 'red' && light === 'yellow',
        }))}
        onChange={(light) => onChange({ light })}
      />
      {isFixed ? null : <RuleScope rule={rule} definition={definition} onChange={onReplace} />}
      <fieldset className="field">
        <legend className="field-label">{t('watch.tell')}</legend>
        {ADDRESSEES.map((to) => (
          <Checkbox
            key={to}
            checked={tell.includes(to)}
            disabled={isFixed && rule.definition.tell?.includes(to) === true}
            onChange={(event) => {
              const next = ADDRESSEES.filter((one) =>
                one === to ? event.target.checked : tell.includes(one),
              );
              const { tell: _before, ...rest } = definition;
              onReplace(next.length === 0 ? rest : { ...rest, tell: next });
            }}
          >
            {t(`watch.tell.${to}`)}
          </Checkbox>
        ))}
      </fieldset>
    </details>
  );
}

/** The words that may be read, by what people call them: pressed, one is put at the end. */
function WordList({
  names,
  onPick,
}: {
  readonly names: readonly string[];
  readonly onPick: (name: string) => void;
}) {
  const { t } = useLocale();
  const word = (name: string): string => {
    const [of = '', fact = ''] = name.split('.');
    if (of === 'p') return `${t('watch.thresholds')} ${fact}`;
    return of === 'it' ? factWord(fact, t) : `${t(`watch.word.${ofKey(of)}`)} ${factWord(fact, t)}`;
  };
  return (
    <details className="desk-more word-list">
      <summary>{t('watch.names')}</summary>
      <div className="chips">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            title={name}
            onClick={() => onPick(name)}
          >
            {word(name)}
          </button>
        ))}
      </div>
    </details>
  );
}

function ofKey(of: string): 'case' | 'all' {
  return of === 'all' ? 'all' : 'case';
}
