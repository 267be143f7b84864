import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { lightShape } from './light-shape.ts';

/** A light is shape and word as well as colour: it needs neither sight of red nor guessing. */
export function Light({ light }: { readonly light: string }) {
  const { t } = useLocale();
  const key = textKey('light', light) ?? 'light.none';
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true" className="light-shape">
        {lightShape(light)}
      </span>
      {t(key)}
    </span>
  );
}
