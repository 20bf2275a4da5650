/** How charts are drawn: colours of the tokens, so that both themes hold. */
export const AXIS = { stroke: "var(--control)", tick: { fill: "var(--muted)", fontSize: 13 }, tickLine: false } as const;
export const GRID = { stroke: "var(--line)", vertical: false } as const;
export const MARGIN = { top: 12, right: 12, bottom: 4, left: 0 } as const;
export const LABEL = { fill: "var(--ink)", fontSize: 13 } as const;

/** Round steps from 0 to at least `top`: 1, 2, 2.5 or 5 times a power of ten apart, four or five of them. */
export function ticksUpTo(top: number): number[] {
  if (!(top > 0)) return [0, 1];
  const unit = 10 ** Math.floor(Math.log10(top / 4));
  const step = unit * ([1, 2, 2.5, 5, 10].find((factor) => factor * unit * 4 >= top * 0.999_999) ?? 10);
  return Array.from({ length: Math.ceil((top * 0.999_999) / step) + 1 }, (_, index) => index * step);
}

/** Round steps that enclose both ends, four to eight of them. Equal ends get room around them. */
export function ticksBetween(low: number, high: number): number[] {
  if (!(Number.isFinite(low) && Number.isFinite(high))) return [0, 1];
  const span = high > low ? high - low : Math.abs(high) || 1;
  const unit = 10 ** Math.floor(Math.log10(span / 4));
  const step = unit * ([1, 2, 2.5, 5, 10].find((factor) => factor * unit * 4 >= span * 0.999_999) ?? 10);
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const first = from === to ? from - 1 : from;
  const last = from === to ? to + 1 : to;
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
