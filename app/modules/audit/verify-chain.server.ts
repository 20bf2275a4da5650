import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { databaseFile } from "#platform/database-file.server.ts";
import { readHot, type ReadStatement, type StatementResult } from "#platform/transaction.server.ts";
import { checkpointVerifier, GENESIS, hashPersonal, hashRow, type Checkpoint } from "./chain.server.ts";
import { checkpointFile, joinCheckpoints, readCheckpoints } from "./checkpoint.server.ts";

/**
 * What is wrong with the chain. gap: a number is missing · link: the row does not follow the one before · hash: the row
 * was changed · personal: a value beside the chain was changed, added or deleted rather than erased · checkpoint: the
 * chain was rewritten, it differs from what was signed · tail: events a checkpoint signed are missing at the end ·
 * signature: a checkpoint was not signed with this installation's key.
 */
export type ChainFault = "gap" | "link" | "hash" | "personal" | "checkpoint" | "tail" | "signature";

export interface ChainReport {
  readonly ok: boolean;
  readonly events: number;
  readonly checkpoints: number;
  /** Where the chain ends; null while it is empty. */
  readonly head: { readonly seq: number; readonly hash: string } | null;
  /** The first bad row. */
  readonly fault: { readonly seq: number; readonly kind: ChainFault } | null;
}

type Event = StatementResult<"audit.page">[number];
type PersonalValue = StatementResult<"audit.personalValues">[number];

const PAGE = 2_000;
const hashes = z.object({ personal: z.record(z.string(), z.string()) });

function personalHashes(event: Event): Readonly<Record<string, string>> {
  if (!event.data.includes('"personal":')) return {};
  const parsed = hashes.safeParse(JSON.parse(event.data));
  return parsed.success ? parsed.data.personal : {};
}

function personalHolds(event: Event, values: readonly PersonalValue[]): boolean {
  const expected = personalHashes(event);
  if (values.length !== Object.keys(expected).length) return false;
  return values.every(({ field, salt, value }) => {
    if (salt === null && value === null) return field in expected;
    return salt !== null && value !== null && hashPersonal(salt, value) === expected[field];
  });
}

function eventFault(event: Event, seq: number, prevHash: string, values: readonly PersonalValue[]): ChainFault | null {
  if (event.seq !== seq) return "gap";
  if (event.prevHash !== prevHash) return "link";
  if (hashRow(event) !== event.hash) return "hash";
  return personalHolds(event, values) ? null : "personal";
}

function groupBySeq(values: readonly PersonalValue[]): Map<number, PersonalValue[]> {
  const groups = new Map<number, PersonalValue[]>();
  for (const value of values) {
    const group = groups.get(value.seq);
    if (group === undefined) groups.set(value.seq, [value]);
    else group.push(value);
  }
  return groups;
}

/**
 * Recomputes the whole chain of the open database and compares it with every signed checkpoint known: those of the
 * database and those of a file (`checkpoints`, by default the one beside it). Others go on working meanwhile.
 */
export async function verifyChain(options: { checkpoints?: string } = {}): Promise<ChainReport> {
  return verifyChainOf(readHot, readCheckpoints(options.checkpoints ?? checkpointFile(databaseFile())));
}

/** The same for any database that can be read, as a backup; `further` are checkpoints besides its own. */
export async function verifyChainOf(read: ReadStatement, further: readonly Checkpoint[] = []): Promise<ChainReport> {
  const checkpoints = joinCheckpoints([...read("audit.checkpoints", {}), ...further]);
  const signed = checkpointVerifier();
  const due = new Map<number, Checkpoint[]>();
  let forged: number | null = null;
  for (const point of checkpoints) {
    if (!signed(point)) forged = Math.min(forged ?? point.seq, point.seq);
    else due.set(point.seq, [...(due.get(point.seq) ?? []), point]);
  }

  const end = read("audit.head", {})?.seq ?? 0;
  let seq = 0;
  let hash = GENESIS;
  const report = (fault: ChainReport["fault"]): ChainReport => ({
    ok: fault === null,
    events: seq,
    checkpoints: checkpoints.length,
    head: seq === 0 ? null : { seq, hash },
    fault,
  });

  while (seq < end) {
    const page = read("audit.page", { after: seq, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) break;
    const values = groupBySeq(read("audit.personalValues", { after: seq, upTo: last.seq }));
    for (const event of page) {
      const kind = eventFault(event, seq + 1, hash, values.get(event.seq) ?? []);
      if (kind !== null) return report({ seq: seq + 1, kind });
      seq = event.seq;
      hash = event.hash;
      if ((due.get(seq) ?? []).some((point) => point.hash !== hash)) return report({ seq, kind: "checkpoint" });
    }
    await nextTurn();
  }
  const furthest = Math.max(0, ...due.keys());
  if (furthest > seq) return report({ seq: seq + 1, kind: "tail" });
  if (forged !== null) return report({ seq: forged, kind: "signature" });
  return report(null);
}
