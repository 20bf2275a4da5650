import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { AXIS, GRID, LABEL, MARGIN, ticksBetween } from "./drawing-style.ts";

/** One period; null: nothing was measured, or too little for limits. */
export interface ControlPoint {
  readonly label: string;
  readonly value: number | null;
  readonly centre: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly signal: boolean;
}

export interface ControlLine {
  readonly value: number;
  readonly name: string;
}

interface ControlDrawingProps {
  readonly points: readonly ControlPoint[];
  readonly breaks: readonly { readonly label: string; readonly name: string }[];
  readonly levels: readonly ControlLine[];
  readonly text: (value: number) => string;
}

function Dot({ cx, cy, payload }: { cx?: number | undefined; cy?: number | undefined; payload?: ControlPoint | undefined }) {
  if (cx === undefined || cy === undefined || payload?.value == null) return null;
  return payload.signal ? (
    <rect x={cx - 5} y={cy - 5} width={10} height={10} fill="var(--ink)" stroke="var(--surface)" strokeWidth={1.5} />
  ) : (
    <circle cx={cx} cy={cy} r={3} fill="var(--accent)" />
  );
}

/** The drawing: values joined where they follow each other, centre and limits by steps, breaks as upright lines. */
export default function ControlDrawing({ points, breaks, levels, text }: ControlDrawingProps) {
  const numbers = [...points.flatMap(({ value, low, high }) => [value, low, high]), ...levels.map(({ value }) => value)].filter((value) => value !== null);
  const ticks = ticksBetween(Math.min(...numbers), Math.max(...numbers));
  const widest = Math.max(...ticks.map((tick) => text(tick).length));
  const limit = { stroke: "var(--muted)", strokeWidth: 1.5, dot: false, activeDot: false, isAnimationActive: false, type: "linear" } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={[...points]} margin={{ ...MARGIN, top: 24 }} accessibilityLayer={false}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} minTickGap={32} padding={{ left: 12, right: 12 }} />
        <YAxis width={Math.max(40, 12 + widest * 8)} domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} ticks={ticks} tickFormatter={text} allowDataOverflow {...AXIS} axisLine={false} />
        <Line dataKey="high" {...limit} strokeDasharray="2 4" />
        <Line dataKey="low" {...limit} strokeDasharray="2 4" />
        <Line dataKey="centre" {...limit} />
        {levels.map(({ value, name }) => (
          <ReferenceLine key={`${value}`} y={value} stroke="var(--heart)" strokeWidth={2} strokeDasharray="7 5" label={{ value: name, position: "insideTopLeft", ...LABEL }} />
        ))}
        {breaks.map(({ label, name }) => (
          <ReferenceLine key={label} x={label} stroke="var(--ink)" strokeWidth={1.5} label={{ value: name, position: "top", ...LABEL }} />
        ))}
        <Line dataKey="value" type="linear" stroke="var(--accent)" strokeWidth={2} dot={<Dot />} activeDot={false} isAnimationActive={false} connectNulls={false} />
      </LineChart>
    </ResponsiveContainer>
  );
}
