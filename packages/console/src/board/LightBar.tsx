import type { LightCounts } from '@yichuang/contracts';
import { BOARD_LIGHTS } from './board-filters.ts';

/** Shares of the four lights as a strip; the numbers beside it say the same. */
export function LightBar({ counts }: { readonly counts: LightCounts }) {
  return (
    <span className="board-bar" aria-hidden="true">
      {BOARD_LIGHTS.filter((light) => counts[light] > 0).map((light) => (
        <span key={light} className={`bar-${light}`} style={{ flexGrow: counts[light] }} />
      ))}
    </span>
  );
}
