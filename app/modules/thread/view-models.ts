import type { ThreadKind, ThreadRelation } from "./kinds.ts";

/** A thing of the thread on a screen; texts are what people wrote or names in the reader's language. */
export interface ThingView {
  readonly key: string;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly quote: string | null;
  /** When it happened, ISO; null for what stands outside of time. */
  readonly at: string | null;
  /** When it came into the chain, ISO: things stand in this order. */
  readonly moment: string;
  readonly href: string | null;
  /** Its own page of the thread. */
  readonly thread: string;
}

export interface NeighbourView extends ThingView {
  readonly relation: ThreadRelation;
  /** out: the link starts at the thing whose page this is. */
  readonly direction: "out" | "in";
}

export interface PanelView {
  readonly before: readonly NeighbourView[];
  readonly after: readonly NeighbourView[];
  readonly page: string;
  readonly any: boolean;
  readonly mayLink: boolean;
}

export interface LinkView {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly relation: ThreadRelation;
  readonly by: string | null;
  readonly at: string;
  readonly automatic: boolean;
  readonly note: string | null;
  readonly mayRemove: boolean;
}

export interface ChainView {
  /** Key of the thing asked about. */
  readonly start: string;
  /** In the order they happened. */
  readonly things: readonly ThingView[];
  readonly links: readonly LinkView[];
  readonly complete: boolean;
  readonly mayLink: boolean;
}
