import type { SimulationMode, SimulationReport, SimulationSource } from "../domain/simulation/report.ts";
import type { Bilingual, PersonView } from "../view-models.ts";

export type SimulationState = "queued" | "running" | "done" | "failed" | "cancelled";

/** One run, as lists show it; instants as ISO text. */
export interface SimulationSummary {
  readonly id: string;
  readonly version: number;
  readonly source: SimulationSource;
  readonly mode: SimulationMode;
  readonly from: string;
  /** exclusive */
  readonly to: string;
  readonly state: SimulationState;
  readonly done: number;
  readonly total: number;
  /** Of a failed one: `process_ended` or `unexpected`. */
  readonly error: string | null;
  readonly createdAt: string;
  readonly createdBy: PersonView | null;
  readonly finishedAt: string | null;
}

/** Names of the codes a report holds. */
export interface SimulationNames {
  readonly rules: Readonly<Record<string, Bilingual>>;
  readonly gestures: Readonly<Record<string, Bilingual>>;
  readonly reasons: Readonly<Record<string, Bilingual>>;
  readonly departments: Readonly<Record<string, Bilingual>>;
  readonly sites: Readonly<Record<string, Bilingual>>;
}

export interface SimulationView extends SimulationSummary {
  readonly report: SimulationReport | null;
  readonly names: SimulationNames;
  /** The draft was saved again since. */
  readonly outdated: boolean;
  readonly may: { readonly cancel: boolean };
}

/** Cases there are to replay: the instants of the first and the last, null where there is none. */
export interface AvailableCases {
  readonly cases: number;
  readonly first: string | null;
  readonly last: string | null;
}

export interface SimulationForm {
  readonly version: number;
  readonly recorded: AvailableCases;
  readonly imported: AvailableCases;
  /** Local days to begin with: the last quarter, as far as there are cases. */
  readonly fromDay: string;
  /** The last day included. */
  readonly toDay: string;
  readonly runs: readonly SimulationSummary[];
}
