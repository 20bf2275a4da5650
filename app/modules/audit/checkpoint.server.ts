import { appendFileSync, existsSync, readFileSync, renameSync } from "node:fs";
import { z } from "zod";
import { databaseFile } from "#platform/database-file.server.ts";
import { log } from "#platform/log.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { signCheckpoint, type Checkpoint } from "./chain.server.ts";

const storedCheckpoint = z.object({ seq: z.int(), hash: z.string(), at: z.number(), signature: z.string() });

/** File beside the database that repeats every checkpoint, one JSON line each: copy it elsewhere to be safe from whoever holds the machine. */
export function checkpointFile(databasePath: string): string {
  return `${databasePath}.checkpoints.jsonl`;
}

/** Checkpoints of a file; an absent file has none. Throws naming the line that cannot be read. */
export function readCheckpoints(file: string): Checkpoint[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      try {
        const { at, ...rest } = storedCheckpoint.parse(JSON.parse(line));
        return [{ ...rest, at: new Date(at) }];
      } catch (error) {
        throw new Error(`Line ${index + 1} of the checkpoint file cannot be read`, { cause: error });
      }
    });
}

/**
 * Signs the present end of the chain, if it has grown since the last checkpoint: in the database, in the file beside
 * it and in the log. Answers null when nothing has grown.
 */
export async function writeCheckpoint(now: Date): Promise<Checkpoint | null> {
  const checkpoint = await transaction(async (tx) => {
    const head = await tx.statement("audit.head", {});
    if (head === null || (await tx.find("AuditCheckpoint", { seq: head.seq })) !== null) return null;
    const signed = signCheckpoint({ seq: head.seq, hash: head.hash, at: now });
    await tx.insert("AuditCheckpoint", { ...signed });
    return signed;
  });
  if (checkpoint === null) return null;
  const { seq, hash, at, signature } = checkpoint;
  appendFileSync(checkpointFile(databaseFile()), `${JSON.stringify({ seq, hash, at: at.getTime(), signature })}\n`, { mode: 0o600 });
  log.info({ seq, hash, signature }, "audit checkpoint");
  return checkpoint;
}

/** Checkpoints of several places, each once, in order. */
export function joinCheckpoints(points: readonly Checkpoint[]): Checkpoint[] {
  const all = new Map<string, Checkpoint>();
  for (const point of points) all.set(`${point.seq}:${point.hash}:${point.signature}`, point);
  return [...all.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * Renames the file of checkpoints when the database beside it is replaced by an older or an empty one: they speak of
 * another chain. Nothing is lost, an auditor may still verify with the old file.
 */
export function setCheckpointsAside(databasePath: string, now: Date): void {
  const file = checkpointFile(databasePath);
  if (existsSync(file)) renameSync(file, `${file}.until-${now.toISOString().replace(/[:.]/g, "-")}`);
}
