/** Bars by ECharts; only the parts that bars need, and only once a plot is shown. */
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as withParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

withParts([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** As the tooltip says it. */
  readonly text: string;
  readonly isMarked: boolean;
}

export interface BarsWish {
  readonly bars: readonly Bar[];
  /** `down`: bars stand beside each other; `across`: names on the left, for long names. */
  readonly layout: 'down' | 'across';
  readonly axisText: (value: number) => string;
  /** Where the axis of values ends; where the bars ask for it, if absent. */
  readonly most?: number;
}

const INK = '#4a5360';
const LINE = '#e1e4e8';
const BLUE = '#1456b8';
const RED = '#b3261e';

/** Draws into the element; what it gives takes the drawing away. */
export function drawBars(element: HTMLElement, wish: BarsWish): () => void {
  const chart = init(element, undefined, { renderer: 'svg' });
  const names = {
    type: 'category',
    data: wish.bars.map(({ name }) => name),
    ...axisLooks,
  } as const;
  const values = {
    type: 'value',
    axisLabel: { color: INK, formatter: wish.axisText },
    splitLine: { lineStyle: { color: LINE } },
    ...(wish.most === undefined ? {} : { max: wish.most }),
  } as const;
  const isDown = wish.layout === 'down';
  chart.setOption({
    animation: false,
    grid: {
      left: 8,
      right: 24,
      top: 8,
      bottom: 8,
      containLabel: true,
    },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
        wish.bars[dataIndex]?.text ?? '',
    },
    xAxis: isDown ? names : values,
    yAxis: isDown ? values : { ...names, inverse: true },
    series: [
      {
        type: 'bar',
        barMaxWidth: 28,
        data: wish.bars.map(({ value, isMarked }) => ({
          value,
          itemStyle: { color: isMarked ? RED : BLUE },
        })),
      },
    ],
  });
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  return () => {
    watcher.disconnect();
    chart.dispose();
  };
}

const axisLooks = {
  axisLabel: { color: INK },
  axisLine: { lineStyle: { color: LINE } },
  axisTick: { show: false },
} as const;
