import { readFile } from "node:fs/promises";
import type { PersonActor } from "#access/actor.ts";
import { installMessages } from "#composition/messages.server.ts";
import { createDraft, openWarningTexts, publishPolicy, submitPolicy } from "#modules/empowerment/public.server.ts";
import { findOrganisation, findPersonByEmail, loadActor } from "#modules/people/public.server.ts";
import { instantOrDay } from "#platform/http/paging.ts";
import { type FieldFault, isRefusal } from "#platform/http/refusal.ts";
import { CommandRefused, UsageError } from "./refusal.ts";

/** One fault of a refusal; what lint found is told in words. */
function faultLine({ path, code, params = {} }: FieldFault): string {
  const { message } = params;
  const said = typeof message === "string" ? message : Object.keys(params).length === 0 ? "" : JSON.stringify(params);
  return `${path || "(document)"}: ${code}${said === "" ? "" : ` ${said}`}`;
}

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
    throw new CommandRefused([error.code, ...error.errors.map(faultLine)].join("\n"));
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
  installMessages();
  const actor = await actAs(email);
  return orRefuse(async () => {
    const { version } = await createDraft(actor, document);
    await submitPolicy(actor, version, {});
    return version;
  });
}

/**
 * Publishes a version as another person than its authors; `from` is an instant or a local date, absent: now. Warnings that
 * nobody has taken note of count as noted here. @returns them, in words
 */
export async function publishVersion(version: string, email: string, from: string | undefined): Promise<readonly string[]> {
  if (!/^\d{1,9}$/.test(version)) throw new UsageError(`A version is a number, not ${version}`);
  const zone = findOrganisation()?.timeZone ?? "Asia/Ho_Chi_Minh";
  const effectiveFrom = from === undefined ? null : instantOrDay(from, zone);
  if (from !== undefined && effectiveFrom === null) throw new UsageError(`--from takes an instant or a date, not ${from}`);
  installMessages();
  const actor = await actAs(email);
  return orRefuse(async () => {
    const warnings = await openWarningTexts(Number(version), "en", new Date());
    await publishPolicy(actor, Number(version), { effectiveFrom, acknowledgement: "acknowledged at the command line" });
    return warnings;
  });
}
