import { Bar, BarChart, CartesianGrid, ErrorBar, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useFormat } from "#i18n/use-format.tsx";
import { AXIS, GRID, LABEL, MARGIN, ticksUpTo } from "./drawing-style.ts";

/** What the bars count: pieces, a share in fractions, or minor units of a currency. */
export type BarUnit = { readonly kind: "count" | "share" } | { readonly kind: "money"; readonly currency: string };

export interface BarPoint {
  readonly label: string;
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

interface BarDrawingProps {
  readonly bars: readonly BarPoint[];
  readonly unit: BarUnit;
  readonly level: { readonly value: number; readonly name: string } | null;
  readonly limitBefore: { readonly label: string; readonly name: string } | null;
}

/** The drawing of bars with an optional level across them and a limit between two of them. */
export default function BarDrawing({ bars, unit, level, limitBefore }: BarDrawingProps) {
  const format = useFormat();
  const data = bars.map(({ label, value, low, high }) => ({ label, value, reach: low == null || high == null ? [0, 0] : [value - low, high - value] }));
  const whiskers = bars.some(({ low, high }) => low != null && high != null);
  const text = (value: number) =>
    unit.kind === "money" ? format.moneyCompact({ minor: Math.round(value), currency: unit.currency }) : unit.kind === "share" ? format.percent(value * 100, 0) : format.number(value, 0);
  const ticks = ticksUpTo(Math.max(level?.value ?? 0, ...bars.map(({ value, high }) => high ?? value)));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} margin={{ ...MARGIN, top: 24 }} accessibilityLayer={false}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} interval="preserveStartEnd" />
        <YAxis width={unit.kind === "money" ? 88 : 52} domain={[0, ticks.at(-1) ?? 1]} ticks={ticks} tickFormatter={text} {...AXIS} axisLine={false} />
        <Bar dataKey="value" fill="var(--accent)" radius={[4, 4, 0, 0]} maxBarSize={56} isAnimationActive={false}>
          {whiskers && <ErrorBar dataKey="reach" stroke="var(--ink)" strokeWidth={1.5} width={6} isAnimationActive={false} />}
        </Bar>
        {level && <ReferenceLine y={level.value} stroke="var(--heart)" strokeWidth={2} strokeDasharray="7 5" label={{ value: level.name, position: "insideBottomRight", ...LABEL }} />}
        {limitBefore && <ReferenceLine x={limitBefore.label} position="start" stroke="var(--heart)" strokeWidth={2} strokeDasharray="7 5" label={{ value: limitBefore.name, position: "top", ...LABEL }} />}
      </BarChart>
    </ResponsiveContainer>
  );
}
