import type { Role } from "#access/roles.ts";
import type { Bilingual, CountsWhat, Direction, KpiDefinition, Lens, MeasureKind, Moves, Served, Stage, Unit } from "../definition.ts";

export interface LibraryExample {
  readonly definition: KpiDefinition;
  /** How it is usually made to look good without doing good. */
  readonly abuse: Bilingual;
  /** What to look at to notice that. */
  readonly notice: Bilingual;
}

/** Vietnamese, English. */
type Pair = readonly [string, string];

interface Written {
  readonly code: string;
  readonly stage: Stage | null;
  readonly lens: Lens;
  readonly serves: Served;
  readonly served: Pair;
  readonly name: Pair;
  readonly why: Pair;
  readonly abuse: Pair;
  readonly notice: Pair;
  readonly measure: MeasureKind | KpiDefinition["measure"];
  readonly direction?: Direction;
  readonly unit?: Unit;
  readonly counts?: CountsWhat;
  readonly moves?: Moves;
  readonly owners: readonly string[];
  readonly guardrails?: readonly string[];
  readonly costsFallOn?: readonly string[];
  readonly by?: readonly Role[];
}

const both = ([vi, en]: Pair): Bilingual => ({ vi, en });

/** An example as a whole definition: counted by the month, more is better and in percent unless said otherwise. */
export function example(written: Written): LibraryExample {
  const { code, stage, lens, owners, measure } = written;
  return {
    definition: {
      code, name: both(written.name), why: both(written.why), lens, serves: { kind: written.serves, text: both(written.served) },
      measure: typeof measure === "string" ? { kind: measure } : measure,
      direction: written.direction ?? "up", range: null, unit: written.unit ?? "percent", counts: written.counts ?? "what_the_customer_receives", moves: written.moves ?? "quality",
      stage, touches: [...owners], owners: [...owners], influencedBy: [...(written.by ?? ["frontline", "supervisor", "manager"])],
      guardrails: [...(written.guardrails ?? [])], fights: [], costsFallOn: [...(written.costsFallOn ?? [])],
      source: { kind: "typed", fact: null }, cadence: "month", minimumSample: 30, baseline: null, target: null,
    },
    abuse: both(written.abuse),
    notice: both(written.notice),
  };
}
