/** Stages of a customer's way with us, from the first step on. */
export const STAGES = ["discover", "choose", "buy", "receive", "use", "get_help", "return", "stay"] as const;
export type Stage = (typeof STAGES)[number];

/** Whether what colleagues thank for can stand at a stage: cases stand where a customer is helped or cared for unasked. */
export const holdsCases = (stage: Stage): boolean => stage === "get_help" || stage === "stay";

/** At which stage the touchpoints stand that every company begins with; of others nobody has said it. */
const USUAL_STAGE: Readonly<Record<string, Stage>> = { counter: "buy", delivery: "receive", hotline: "get_help", visit: "use" };

/** What customers said at one stage, whatever the value; null where no touchpoint is known to stand there. */
export function feltAt(stage: Stage, answers: readonly { readonly touchpoint: string; readonly rated: number; readonly content: number }[]): { readonly rated: number; readonly content: number } | null {
  const here = answers.filter(({ touchpoint }) => USUAL_STAGE[touchpoint.toLowerCase()] === stage);
  if (here.length === 0) return null;
  return here.reduce((sum, { rated, content }) => ({ rated: sum.rated + rated, content: sum.content + content }), { rated: 0, content: 0 });
}

/** Something done that was thanked for a value in public and proved true. */
export interface ProvedThanks {
  readonly recognitionId: string;
  readonly value: string;
  readonly kind: string;
  readonly refId: string;
}

/** What a customer answered about a case. */
export interface CustomerAnswer {
  readonly id: string;
  readonly decisionId: string;
  readonly tone: "low" | "middle" | "high" | null;
}

/** By what customers can be seen to feel one value at one stage. */
export interface CellEvidence {
  readonly value: string;
  readonly stage: Stage;
  readonly recognitions: readonly string[];
  /** cases and promises that were thanked for */
  readonly things: readonly { readonly kind: string; readonly id: string }[];
  /** answers of customers about those cases, whatever they said */
  readonly answers: readonly string[];
  /** of them with a rating, and of these content */
  readonly rated: number;
  readonly content: number;
}

/**
 * Evidence by value and stage, each thing once. A case of care unasked stands at "stay", one in answer to a trouble and a
 * promise that was kept at "get help"; a thing whose stage nobody knows stands nowhere. Answers count whether they are
 * good or not: they are what the customer felt.
 */
export function valueStages(thanks: readonly ProvedThanks[], decisions: ReadonlyMap<string, "proactive" | "reactive">, answers: readonly CustomerAnswer[]): CellEvidence[] {
  const stageOf = ({ kind, refId }: ProvedThanks): Stage | null => {
    if (kind === "promise") return "get_help";
    const decided = kind === "decision" ? decisions.get(refId) : undefined;
    return decided === undefined ? null : decided === "proactive" ? "stay" : "get_help";
  };
  const cells = new Map<string, { value: string; stage: Stage; recognitions: Set<string>; things: Map<string, { kind: string; id: string }> }>();
  for (const one of thanks) {
    const stage = stageOf(one);
    if (stage === null) continue;
    const key = `${one.value}:${stage}`;
    const cell = cells.get(key) ?? { value: one.value, stage, recognitions: new Set(), things: new Map() };
    cell.recognitions.add(one.recognitionId);
    cell.things.set(`${one.kind}:${one.refId}`, { kind: one.kind, id: one.refId });
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ value, stage, recognitions, things }) => {
    const about = answers.filter(({ decisionId }) => things.has(`decision:${decisionId}`));
    const rated = about.filter(({ tone }) => tone !== null);
    return { value, stage, recognitions: [...recognitions], things: [...things.values()], answers: about.map(({ id }) => id), rated: rated.length, content: rated.filter(({ tone }) => tone === "high").length };
  });
}
