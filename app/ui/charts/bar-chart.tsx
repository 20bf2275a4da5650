import { lazy, type ReactNode } from "react";
import { ChartFigure, type ChartTable } from "./chart-figure.tsx";
import type { BarPoint, BarUnit } from "./bar-drawing.tsx";

const BarDrawing = lazy(() => import("./bar-drawing.tsx"));

export interface BarsChartProps {
  readonly bars: readonly BarPoint[];
  readonly unit: BarUnit;
  /** A line across the bars, with its name: an accepted loss, a share expected by chance. */
  readonly level?: { readonly value: number; readonly name: string };
  /** The first bar that lies beyond a limit, and the limit's name: a line stands before it. */
  readonly limitBefore?: { readonly label: string; readonly name: string };
  readonly sentence: ReactNode;
  readonly table: ChartTable;
}

/** Amounts, counts or shares side by side; a share may carry its interval. */
export function BarsChart({ bars, unit, level, limitBefore, sentence, table }: BarsChartProps) {
  return (
    <ChartFigure sentence={sentence} table={table}>
      <BarDrawing bars={bars} unit={unit} level={level ?? null} limitBefore={limitBefore ?? null} />
    </ChartFigure>
  );
}
