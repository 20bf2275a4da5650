/** How charts are drawn: colours of the tokens, so that both themes hold. */
export const AXIS = { stroke: "var(--control)", tick: { fill: "var(--muted)", fontSize: 13 }, tickLine: false } as const;
export const GRID = { stroke: "var(--line)", vertical: false } as const;
export const MARGIN = { top: 12, right: 12, bottom: 4, left: 0 } as const;
export const LABEL = { fill: "var(--ink)", fontSize: 13 } as const;
