import { LATE_LIGHTS } from './late-lights.ts';
import { Light } from './Light.tsx';

type Chosen = (typeof LATE_LIGHTS)[number] | undefined;

interface LightChipsProps {
  readonly chosen: Chosen;
  readonly onChoose: (light: Chosen) => void;
}

/** Late, and soon late; pressed again the filter is off. */
export function LightChips({ chosen, onChoose }: LightChipsProps) {
  return LATE_LIGHTS.map((light) => (
    <button
      key={light}
      type="button"
      className="chip"
      aria-pressed={chosen === light}
      onClick={() => onChoose(chosen === light ? undefined : light)}
    >
      <Light light={light} />
    </button>
  ));
}
