import { lazy, type ReactNode } from "react";
import { ChartFigure, type ChartTable, Legend, LegendItem } from "./chart-figure.tsx";
import type { CurvePoint } from "./curve-drawing.tsx";

const CurveDrawing = lazy(() => import("./curve-drawing.tsx"));

export interface CurveChartProps {
  readonly points: readonly CurvePoint[];
  readonly currency: string;
  /** A level to compare with, in minor units, and its name. */
  readonly level: { readonly value: number; readonly name: string } | null;
  readonly names: { readonly first: string; readonly second: string };
  /** What stands below: the unit of the x axis. */
  readonly unit: string;
  readonly sentence: ReactNode;
  readonly table: ChartTable;
}

/** Two sums of money that grow with the days, the interval of their difference around the first, and a level beside them. */
export function CurveChart({ points, currency, level, names, unit, sentence, table }: CurveChartProps) {
  const legend = (
    <Legend>
      <LegendItem mark="solid">{names.first}</LegendItem>
      <LegendItem mark="dashed">{names.second}</LegendItem>
      {level && <LegendItem mark="dotted">{level.name}</LegendItem>}
    </Legend>
  );
  return (
    <ChartFigure sentence={sentence} table={table} legend={legend} height="h-72">
      <CurveDrawing points={points} currency={currency} level={level?.value ?? null} unit={unit} />
    </ChartFigure>
  );
}
