import { CartesianGrid, ErrorBar, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useFormat } from "#i18n/use-format.tsx";
import { AXIS, GRID, LABEL, MARGIN, ticksUpTo } from "./drawing-style.ts";

/** Both curves at an x, in minor units; `low` and `high` of their difference, first − second. */
export interface CurvePoint {
  readonly x: number;
  readonly first: number;
  readonly second: number;
  readonly low: number | null;
  readonly high: number | null;
}

interface CurveDrawingProps {
  readonly points: readonly CurvePoint[];
  readonly currency: string;
  readonly level: number | null;
  readonly unit: string;
}

/** The drawing of two curves of money; whiskers on the first show the interval of the difference. */
export default function CurveDrawing({ points, currency, level, unit }: CurveDrawingProps) {
  const format = useFormat();
  const data = points.map(({ x, first, second, low, high }) => ({ x, first, second, reach: low === null || high === null ? [0, 0] : [first - (second + low), second + high - first] }));
  const ticks = ticksUpTo(Math.max(level ?? 0, ...data.map(({ first, second, reach }) => Math.max(second, first + (reach[1] ?? 0)))));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={data} margin={{ ...MARGIN, bottom: 20 }} accessibilityLayer={false}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="x" type="number" domain={["dataMin", "dataMax"]} ticks={points.map(({ x }) => x)} padding={{ left: 8, right: 12 }} {...AXIS} label={{ value: unit, position: "insideBottom", offset: -14, ...LABEL, fill: "var(--muted)" }} />
        <YAxis width={88} domain={[0, ticks.at(-1) ?? 1]} ticks={ticks} allowDataOverflow tickFormatter={(minor: number) => format.moneyCompact({ minor: Math.round(minor), currency })} {...AXIS} axisLine={false} />
        {level !== null && <ReferenceLine y={level} stroke="var(--muted)" strokeWidth={2} strokeDasharray="2 4" />}
        <Line dataKey="second" stroke="var(--heart)" strokeWidth={2.5} strokeDasharray="7 5" dot={false} activeDot={false} isAnimationActive={false} />
        <Line dataKey="first" stroke="var(--accent)" strokeWidth={2.5} dot={{ r: 3.5, fill: "var(--accent)", strokeDasharray: "none" }} activeDot={false} isAnimationActive={false}>
          <ErrorBar dataKey="reach" stroke="var(--ink)" strokeWidth={1.5} width={6} isAnimationActive={false} />
        </Line>
      </LineChart>
    </ResponsiveContainer>
  );
}
