import { useLocale } from '../session/use-locale.ts';
import { lightShape } from '../ui/light-shape.ts';

/** Of a hit the light is how grave it is, and not how much time is left. */
export function HitMark({ light }: { readonly light: 'yellow' | 'red' }) {
  const { t } = useLocale();
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true" className="light-shape">
        {lightShape(light)}
      </span>
      {t(`watch.light.${light}`)}
    </span>
  );
}
