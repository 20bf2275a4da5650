/** Pain points that customers of a trade most often tell of: `listening:start.option.<trade>.<code>` are their words. */
export const PAIN_OPTIONS = {
  retail: ["queue", "returns", "advice"],
  food: ["wait", "wrong", "bill"],
  service: ["papers", "retell", "appointment"],
  online: ["late", "differs", "silence"],
} as const;
export const TRADES = ["retail", "food", "service", "online"] as const satisfies readonly (keyof typeof PAIN_OPTIONS)[];
