import { lazy } from "react";
import { ChartFigure, type ChartTable } from "./chart-figure.tsx";
import type { TrendPoint } from "./trend-drawing.tsx";

const TrendDrawing = lazy(() => import("./trend-drawing.tsx"));

export interface TrendChartProps {
  readonly points: readonly TrendPoint[];
  readonly sentence: string;
  readonly table: ChartTable;
}

/** A share over time with its interval at each point; points without cases are left out of the line. */
export function TrendChart({ points, sentence, table }: TrendChartProps) {
  return (
    <ChartFigure sentence={sentence} table={table}>
      <TrendDrawing points={points} />
    </ChartFigure>
  );
}
