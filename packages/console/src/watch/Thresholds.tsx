import type { WatchDefinition, WatchParameter } from '@yichuang/contracts';
import { InputNumber } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';

interface ThresholdsProps {
  readonly definition: WatchDefinition;
  readonly onChange: (change: Pick<WatchDefinition, 'parameters'>) => void;
}

/** Each number with the reason why it is what it is. */
export function Thresholds({ definition, onChange }: ThresholdsProps) {
  const { t, locale } = useLocale();
  const parameters = Object.entries(definition.parameters ?? {});
  if (parameters.length === 0) return null;
  const set = (name: string, parameter: WatchParameter, value: number | null) => {
    if (value === null) return;
    onChange({ parameters: { ...definition.parameters, [name]: { ...parameter, value } } });
  };
  const isLaw = definition.isByLaw === true;
  return (
    <div className="thresholds">
      {parameters.map(([name, parameter]) => {
        const { value, why, whyEn, minimum, maximum, stricter } = parameter;
        const label = locale === 'en' ? (parameter.nameEn ?? parameter.name) : parameter.name;
        const reason = locale === 'en' ? (whyEn ?? why) : why;
        const way = isLaw && stricter !== undefined ? ` ${t(`watch.stricter.${stricter}`)}` : '';
        return (
          <Field key={name} label={label} hint={`${reason}${way}`}>
            {(control) => (
              <InputNumber
                {...control}
                value={value}
                {...(minimum === undefined ? {} : { min: minimum })}
                {...(maximum === undefined ? {} : { max: maximum })}
                step={Number.isInteger(value) ? 1 : 0.05}
                onChange={(next) => set(name, parameter, next)}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}
