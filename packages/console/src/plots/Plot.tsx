import { useEffect, useRef } from 'react';
import type { BarsWish } from './draw-bars.ts';

interface PlotProps {
  readonly wish: BarsWish;
  readonly height: number;
}

/** A picture of what the table beside it says; hidden from readers, which read the table. */
export function Plot({ wish, height }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    let remove = (): void => undefined;
    void import('./draw-bars.ts').then(({ drawBars }) => {
      if (!isGone && place.current !== null) remove = drawBars(place.current, wish);
    });
    return () => {
      isGone = true;
      remove();
    };
  }, [wish]);
  return <div ref={place} className="plot" style={{ height }} aria-hidden="true" />;
}
