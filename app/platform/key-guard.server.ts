import { keyFingerprints } from "./secrets.server.ts";
import { readHot, transaction, type ReadStatement } from "./transaction.server.ts";

type KeyName = keyof ReturnType<typeof keyFingerprints>;

const PREFIX = "key.";

function remembered(read: ReadStatement): Map<string, string> {
  return new Map(read("setting.startingWith", { prefix: PREFIX }).map(({ name, value }) => [name.slice(PREFIX.length), value]));
}

/** Remembers the fingerprints of the keys at their first use with this database; known ones are left as they are. */
export async function rememberKeys(): Promise<void> {
  const known = remembered(readHot);
  const missing = Object.entries(keyFingerprints()).filter(([key]) => !known.has(key));
  if (missing.length === 0) return;
  await transaction(async (tx) => {
    for (const [key, value] of missing) await tx.upsert("Setting", { name: PREFIX + key }, { name: PREFIX + key, value });
  });
}

/**
 * Keys that are not those a database (the open one unless told) was used with: what they encrypted or signed cannot be
 * read or verified here.
 */
export async function changedKeys(read: ReadStatement = readHot): Promise<KeyName[]> {
  const known = remembered(read);
  return (Object.entries(keyFingerprints()) as [KeyName, string][]).filter(([key, value]) => (known.get(key) ?? value) !== value).map(([key]) => key);
}
