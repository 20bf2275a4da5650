import type { Actor } from "#access/actor.ts";
import { can, reach, within } from "#access/permissions.ts";
import { vietnameseNameKey } from "#kernel/text.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import { named } from "../vocabulary.ts";
import { answersFor } from "./answerers.server.ts";
import { type BoundPerson, boundPeople } from "./bound-people.server.ts";
import { responseRef } from "./response-ref.server.ts";
import type { RaisedView, ReadersView, TeamReaders } from "./views.ts";

type Response = "understood" | "unclear" | "unreasonable";

interface Stored {
  readonly personId: string;
  readonly at: Date;
  readonly response: string;
  readonly rule: string | null;
  readonly words: string | null;
  readonly answer: string | null;
  readonly answeredById: string | null;
}

const nameKey = ({ manager }: TeamReaders) => vietnameseNameKey(manager ?? "");
const RESPONDED: readonly Response[] = ["understood", "unclear", "unreasonable"];

function counted(people: readonly BoundPerson[], responses: ReadonlyMap<string, Stored>): ReadersView["total"] {
  const by = (response: Response) => people.filter(({ id }) => responses.get(id)?.response === response).length;
  const [understood = 0, unclear = 0, unreasonable = 0] = RESPONDED.map(by);
  return { bound: people.length, understood, unclear, unreasonable, open: people.length - understood - unclear - unreasonable };
}

/** One team, the direct reports of one manager; names only where that manager is the one who looks. */
function team(actor: Actor, managerId: string | null, people: readonly BoundPerson[], responses: ReadonlyMap<string, Stored>, managers: ReturnType<typeof findPeople>): TeamReaders {
  const own = managerId !== null && managerId === actor.personId;
  const byGivenName = [...people].sort((a, b) => (vietnameseNameKey(a.name) < vietnameseNameKey(b.name) ? -1 : 1));
  const members = byGivenName.map(({ id, name }) => ({ id, name, response: (responses.get(id)?.response ?? null) as Response | null, words: responses.get(id)?.words ?? null }));
  return { manager: managerId === null ? null : (managers.get(managerId)?.name ?? null), own, ...counted(people, responses), people: own ? members : null };
}

/** What was raised, without whose it is: for who answers it, and for who reads every team. */
function raisedOf(actor: Actor, version: number, document: PolicyDocument, rows: readonly Stored[], editors: readonly string[]): RaisedView[] {
  const answerers = findPeople(rows.flatMap(({ answeredById }) => answeredById ?? []));
  const all = can(actor, "policies.read-drafts");
  return rows.flatMap(({ personId, at, response, rule, words, answer, answeredById }) => {
    const answers = answersFor(actor, document, rule, editors);
    if (words === null || (!answers && !all)) return [];
    return [
      {
        ref: responseRef(version, personId),
        response: response as Response,
        at: at.toISOString(),
        rule: rule === null ? null : named(document.rules.find(({ code }) => code === rule) ?? { code: rule }),
        words,
        answer,
        answeredBy: answeredById === null ? null : (answerers.get(answeredById)?.name ?? null),
        mayAnswer: answers && answer === null && response !== "understood",
      },
    ];
  });
}

/**
 * Who a published version binds and what they said of it, by team within the reader's reach: counts for all, names only
 * of the reader's own direct reports. null for a version that is not published.
 */
export async function readersView(actor: Actor, version: number, at: Date): Promise<ReadersView | null> {
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, at) : null;
  const scope = reach(actor, "policies.readers");
  if (found === null || scope === null || found.publishedAt === null) return null;
  const document = parsePolicy(found.document);
  const [rows, editors] = await Promise.all([
    db.policyAcknowledgement.findMany({ where: { version }, orderBy: [{ at: "desc" }, { personId: "asc" }] }),
    db.policyEditor.findMany({ where: { version }, select: { personId: true } }),
  ]);
  const responses = new Map(rows.map((row) => [row.personId, row]));
  const people = boundPeople([document], at).filter(({ id, managerId, siteCode, departmentCode }) => scope.all || (id !== actor.personId && within(scope, { personId: id, managerId, siteCode, departmentCode })));
  const byManager = new Map<string | null, BoundPerson[]>();
  for (const person of people) byManager.set(person.managerId, [...(byManager.get(person.managerId) ?? []), person]);
  const managers = findPeople([...byManager.keys()].filter((id) => id !== null));
  const teams = [...byManager].map(([managerId, members]) => team(actor, managerId, members, responses, managers));
  return {
    version,
    teams: teams.sort((a, b) => Number(b.own) - Number(a.own) || b.open - a.open || (nameKey(a) < nameKey(b) ? -1 : 1)),
    total: counted(people, responses),
    raised: raisedOf(actor, version, document, rows, editors.map(({ personId }) => personId)),
    mayRemind: can(actor, "policies.edit") && found.state !== "retired",
  };
}
