import { lazy, type ReactNode } from "react";
import { ChartFigure, type ChartTable } from "./chart-figure.tsx";
import type { ControlLine, ControlPoint } from "./control-drawing.tsx";

const ControlDrawing = lazy(() => import("./control-drawing.tsx"));

export interface ControlChartProps {
  readonly points: readonly ControlPoint[];
  /** Where a new segment begins, and why. */
  readonly breaks: readonly { readonly label: string; readonly name: string }[];
  /** A level across the chart: a target, or the two ends of a range. */
  readonly levels: readonly ControlLine[];
  readonly text: (value: number) => string;
  readonly sentence: ReactNode;
  readonly table: ChartTable;
  readonly legend?: ReactNode;
  /** Smaller, for charts that stand beneath another one. */
  readonly small?: boolean;
}

/** Single values over time between their natural limits, segment by segment, with signals marked. */
export function ControlChart({ points, breaks, levels, text, sentence, table, legend, small = false }: ControlChartProps) {
  return (
    <ChartFigure sentence={sentence} table={table} legend={legend} height={small ? "h-40" : "h-80"}>
      <ControlDrawing points={points} breaks={breaks} levels={levels} text={text} />
    </ChartFigure>
  );
}
