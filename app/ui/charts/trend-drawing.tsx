import { CartesianGrid, ErrorBar, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useFormat } from "#i18n/use-format.tsx";
import { AXIS, GRID, MARGIN } from "./drawing-style.ts";

/** A share in fractions with its interval; null: no cases. */
export interface TrendPoint {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The drawing of a trend: percent upwards, time to the right, whiskers for the interval. */
export default function TrendDrawing({ points }: { points: readonly TrendPoint[] }) {
  const format = useFormat();
  const data = points.map(({ label, value, low, high }) => ({ label, value, reach: value === null ? [0, 0] : [value - (low ?? value), (high ?? value) - value] }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={data} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} padding={{ left: 24, right: 24 }} />
        <YAxis domain={[0, 1]} ticks={[0, 0.25, 0.5, 0.75, 1]} tickFormatter={(share: number) => format.percent(share * 100, 0)} width={52} {...AXIS} axisLine={false} />
        <Line dataKey="value" stroke="var(--accent)" strokeWidth={2.5} dot={{ r: 4, fill: "var(--accent)" }} activeDot={false} isAnimationActive={false}>
          <ErrorBar dataKey="reach" stroke="var(--ink)" strokeWidth={1.5} width={6} isAnimationActive={false} />
        </Line>
      </LineChart>
    </ResponsiveContainer>
  );
}
