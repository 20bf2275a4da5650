import { db } from "./db.server.ts";
import { keyFingerprints } from "./secrets.server.ts";
import { transaction } from "./transaction.server.ts";

type KeyName = keyof ReturnType<typeof keyFingerprints>;

const settingName = (key: string): string => `key.${key}`;

/** Remembers the fingerprints of the keys at their first use with this database; known ones are left as they are. */
export async function rememberKeys(): Promise<void> {
  const known = new Set((await db.setting.findMany({ where: { name: { startsWith: "key." } } })).map((row) => row.name));
  const missing = Object.entries(keyFingerprints()).filter(([name]) => !known.has(settingName(name)));
  if (missing.length === 0) return;
  await transaction(async (tx) => {
    for (const [name, value] of missing) await tx.upsert("Setting", { name: settingName(name) }, { name: settingName(name), value });
  });
}

/** Keys that are not those this database was used with: what they encrypted or signed cannot be read or verified. */
export async function changedKeys(): Promise<KeyName[]> {
  const known = new Map((await db.setting.findMany({ where: { name: { startsWith: "key." } } })).map((row) => [row.name, row.value]));
  return (Object.entries(keyFingerprints()) as [KeyName, string][])
    .filter(([name, value]) => (known.get(settingName(name)) ?? value) !== value)
    .map(([name]) => name);
}
