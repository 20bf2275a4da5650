import { type ReactNode, useId } from "react";
import { useFormat } from "#i18n/use-format.tsx";
import { ChartFigure, type ChartTable } from "./chart-figure.tsx";

/** A share of 0 to 100 per cent with its name. */
export interface ShareBar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** It is only known that the share is no more than `value`. */
  readonly atMost: boolean;
  /** The share in words, at the end of its bar. */
  readonly text: string;
}

interface ShareBarsProps {
  readonly sentence: ReactNode;
  readonly bars: readonly ShareBar[];
  /** What line and hatching stand for. */
  readonly legend: string;
  readonly table: ChartTable;
}

const TICKS = [0, 25, 50, 75, 100] as const;
/** Heights of a bar, and of the room below it for its interval. */
const BAR = 16;
const BELOW = 8;
const ROW = "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,4fr)_4.5rem]";

/** Shares below one another, each with its whole name, all on one scale from 0 to 100 per cent. */
export function ShareBarsChart({ sentence, bars, legend, table }: ShareBarsProps) {
  const format = useFormat();
  const hatch = `hatch${useId().replace(/[^\w-]/g, "")}`;
  return (
    <ChartFigure sentence={sentence} table={table} height="h-auto" legend={legend !== "" && <p className="text-sm text-muted">{legend}</p>}>
      <svg width="0" height="0" className="absolute">
        <defs>
          <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="3" height="8" fill="var(--accent)" />
          </pattern>
        </defs>
      </svg>
      <div className="flex flex-col gap-2">
        {bars.map(({ id, label, value, interval, atMost, text }) => (
          <div key={id} className={ROW}>
            <span className="min-w-0 text-sm break-words">{label}</span>
            <svg width="100%" height={BAR + BELOW} className="block max-sm:order-last max-sm:col-span-2">
              <rect width="100%" height={BAR} rx="4" fill="var(--sunken)" />
              <rect width={`${value}%`} height={BAR} rx="4" fill={atMost ? `url(#${hatch})` : "var(--accent)"} />
              {interval && <line x1={`${interval.low}%`} x2={`${interval.high}%`} y1={BAR + BELOW / 2} y2={BAR + BELOW / 2} stroke="var(--ink)" strokeWidth="2" />}
            </svg>
            <span className="text-right text-sm font-semibold whitespace-nowrap tabular-nums">{text}</span>
          </div>
        ))}
        <div className={ROW}>
          <span className="max-sm:hidden" />
          <span className="flex justify-between text-sm text-muted max-sm:col-span-2">{TICKS.map((tick) => <span key={tick}>{format.percent(tick, 0)}</span>)}</span>
        </div>
      </div>
    </ChartFigure>
  );
}
