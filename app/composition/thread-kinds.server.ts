import type { Actor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { customerNodes, findCustomerTyped, noteNodes, promiseNodes } from "#modules/customers/public.server.ts";
import { decisionNodes, policyNodes, ruleNodes } from "#modules/empowerment/public.server.ts";
import { threadNodes as improvementNodes } from "#modules/improvements/public.server.ts";
import { threadNodes as kpiNodes } from "#modules/kpis/public.server.ts";
import { rewardNodes } from "#modules/kpis/public.server.ts";
import { courseNodes, practiceNodes } from "#modules/learning/public.server.ts";
import { threadNodes as feedbackNodes } from "#modules/listening/public.server.ts";
import { threadNodes as pulseNodes } from "#modules/pulse/public.server.ts";
import { threadNodes as recognitionNodes, valueThreadNodes } from "#modules/recognition/public.server.ts";
import { circleNodes, threadNodes as storyNodes } from "#modules/stories/public.server.ts";
import { commitmentNodes, decisionNodes as loggedNodes, monthNodes } from "#modules/reviews/public.server.ts";
import { endKey, type ThreadEnd, type ThreadKind, type ThreadNode } from "#modules/thread/public.ts";

/** In whose words and when the thread is told. */
export interface Telling {
  readonly t: Translator;
  readonly locale: Locale;
  readonly at: Date;
}

interface Kind {
  /** The things of these ids that the actor may know of. */
  readonly nodes: (actor: Actor, ids: readonly string[], telling: Telling) => readonly ThreadNode[] | Promise<readonly ThreadNode[]>;
  /** The address of a thing's page, with what names it as the first group. */
  readonly address?: RegExp;
  /** The id of what an address names, where that is another thing. */
  readonly idOf?: (named: string) => string | null;
}

const UUID = "([0-9a-f]{8}-[0-9a-f-]{27})";

/** What the thread can hold, by kind. A kind that no module vouches for stays hidden. */
const KINDS: Readonly<Partial<Record<ThreadKind, Kind>>> = {
  decision: { nodes: decisionNodes, address: new RegExp(`^/decisions/${UUID}$`) },
  rule: { nodes: ruleNodes, address: /^\/policies\/rules\/([A-Za-z0-9_-]{1,64})$/ },
  policy: { nodes: policyNodes, address: /^\/policies\/(\d{1,9})$/ },
  customer: { nodes: customerNodes, address: /^\/customers\/([^/]{1,200})$/, idOf: (ref) => findCustomerTyped({ ref })?.id ?? null },
  note: { nodes: noteNodes },
  promise: { nodes: promiseNodes },
  improvement: { nodes: improvementNodes, address: new RegExp(`^/improvements/${UUID}$`) },
  procedure: { nodes: improvementNodes, address: new RegExp(`^/procedures/${UUID}$`) },
  feedback: { nodes: feedbackNodes, address: new RegExp(`^/listening/${UUID}$`) },
  recognition: { nodes: recognitionNodes, address: new RegExp(`^/recognition/${UUID}$`) },
  story: { nodes: storyNodes, address: new RegExp(`^/stories/${UUID}$`) },
  circle: { nodes: circleNodes, address: new RegExp(`^/circles/${UUID}$`) },
  value: { nodes: valueThreadNodes, address: /^\/organisation\/values\/([A-Za-z0-9_-]{1,64})$/ },
  reward: { nodes: rewardNodes },
  course: { nodes: courseNodes, address: /^\/learn\/([A-Za-z0-9_-]{1,64})$/ },
  practice: { nodes: practiceNodes, address: new RegExp(`^/learn/practice/${UUID}$`) },
  pulse: { nodes: pulseNodes, address: new RegExp(`^/pulses/${UUID}/results$`) },
  commitment: { nodes: commitmentNodes },
  leading_month: { nodes: monthNodes },
  leader_decision: { nodes: loggedNodes, address: new RegExp(`^/leading/decisions/${UUID}$`) },
  kpi: { nodes: kpiNodes, address: /^\/kpis\/([A-Za-z0-9_-]{1,64})$/ },
};

/** Those of the things that the actor may know of, by `endKey`. */
export async function visibleNodes(actor: Actor, ends: readonly ThreadEnd[], telling: Telling): Promise<Map<string, ThreadNode>> {
  const ids = new Map<ThreadKind, string[]>();
  for (const { kind, id } of ends) ids.set(kind, [...(ids.get(kind) ?? []), id]);
  const found = await Promise.all(
    [...ids].map(async ([kind, those]) => ((await KINDS[kind]?.nodes(actor, those, telling)) ?? []).map((node) => [endKey({ kind, id: node.id }), node] as const)),
  );
  return new Map(found.flat());
}

/** A path as it reads; what is no proper escape stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The thing whose page stands at an address, whole or from its slash on; null where there is none. */
export function thingAt(address: string): ThreadEnd | null {
  const written = /^(?:https?:\/\/[^/]+)?(\/[^?#]*?)\/?(?:[?#].*)?$/.exec(address.trim())?.[1];
  const path = written === undefined ? undefined : decoded(written);
  for (const [kind, { address: pattern, idOf }] of Object.entries(KINDS) as [ThreadKind, Kind][]) {
    const named = path === undefined ? undefined : pattern?.exec(path)?.[1];
    if (named === undefined) continue;
    const id = idOf === undefined ? named : idOf(named);
    if (id !== null) return { kind, id };
  }
  return null;
}
