import { readFile } from "node:fs/promises";
import type { PersonActor } from "#access/actor.ts";
import { createDraft, publishPolicy, submitPolicy } from "#modules/empowerment/public.server.ts";
import { findOrganisation, findPersonByEmail, loadActor } from "#modules/people/public.server.ts";
import { instantOrDay } from "#platform/http/paging.ts";
import { isRefusal } from "#platform/http/refusal.ts";
import { CommandRefused, UsageError } from "./refusal.ts";

/** The person a command acts as; refused for an address nobody active has. */
export async function actAs(email: string): Promise<PersonActor> {
  const person = findPersonByEmail(email);
  const actor = person === null ? null : await loadActor(person.id, { via: "command-line", tokenScopes: null, requestId: null, address: null });
  if (actor === null) throw new CommandRefused(`Nobody active has the e-mail ${email}`);
  return actor;
}

/** Runs a command; a refusal becomes the operator's message, each fault with its path. */
export async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const faults = error.errors.map(({ path, code, params }) => `${path || "(document)"}: ${code}${params === undefined || Object.keys(params).length === 0 ? "" : ` ${JSON.stringify(params)}`}`);
    throw new CommandRefused([error.code, ...faults].join("\n"));
  }
}

/** Reads a policy document and submits it for publishing as a new version. Answers its number. */
export async function importPolicy(file: string, email: string): Promise<number> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandRefused(`Cannot read ${file}`);
  });
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new CommandRefused(`${file} is not JSON`);
  }
  const actor = await actAs(email);
  return orRefuse(async () => {
    const { version } = await createDraft(actor, document);
    await submitPolicy(actor, version, {});
    return version;
  });
}

/** Publishes a version as another person than its authors; `from` is an instant or a local date, absent: now. */
export async function publishVersion(version: string, email: string, from: string | undefined): Promise<void> {
  if (!/^\d{1,9}$/.test(version)) throw new UsageError(`A version is a number, not ${version}`);
  const zone = findOrganisation()?.timeZone ?? "Asia/Ho_Chi_Minh";
  const effectiveFrom = from === undefined ? null : instantOrDay(from, zone);
  if (from !== undefined && effectiveFrom === null) throw new UsageError(`--from takes an instant or a date, not ${from}`);
  const actor = await actAs(email);
  await orRefuse(() => publishPolicy(actor, Number(version), { effectiveFrom }));
}
