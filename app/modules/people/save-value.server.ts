import { demand, type Asked } from "#platform/acting.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { withCodes } from "./domain/behaviours.ts";
import { recordEvent } from "./person-record.server.ts";
import type { ValueFields } from "./schemas.ts";
import { readBehaviours } from "./values.server.ts";

/**
 * Adds a value, or saves the one of this code: other words or behaviours make a new version, so that what cited the one
 * before keeps it; order and use alone do not. Answers the version in use. Refuses: `forbidden`.
 */
export async function saveValue(fields: ValueFields, asked: Asked): Promise<number> {
  demand(asked, "values.edit");
  const { code, position, active, behaviours, ...said } = fields;
  return transaction(async (tx) => {
    const known = await tx.find("CoreValue", { code });
    const latest = known === null ? null : await tx.find("CoreValueVersion", { code, version: known.version });
    const list = withCodes(behaviours, latest === null ? [] : readBehaviours(latest.behaviours));
    const words = { ...said, behaviours: JSON.stringify(list) };
    const same = latest !== null && (Object.keys(words) as (keyof typeof words)[]).every((key) => latest[key] === words[key]);
    const version = (known?.version ?? 0) + (same ? 0 : 1);
    await tx.upsert("CoreValue", { code }, { code, position, active, version });
    if (!same) await tx.insert("CoreValueVersion", { code, version, ...words, at: asked.now, byId: asked.actor?.personId ?? null });
    await recordEvent(tx, asked, { kind: "value", id: code }, { type: "value.saved", schema: 1, data: { code, version, behaviours: list.map((behaviour) => behaviour.code), active } });
    return version;
  });
}
