import { TOKEN_SCOPES, type TokenScope } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { newId } from "#kernel/ids.ts";
import { type Asked, actorRef, demand } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { Refusal, invalidInput, notFound } from "#platform/http/refusal.ts";
import { randomToken, tokenHash } from "#platform/secrets.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { findPeople } from "../reporting-line.server.ts";
import { recordSignIn } from "./record-sign-in.server.ts";

export const MAX_DAYS = 366;
const DAY_MS = 86_400_000;
const PREFIX_LENGTH = 12;

export interface TokenWish {
  readonly name: string;
  /** A person, or a service by its name. */
  readonly owner: { readonly personId: string } | { readonly service: string };
  /** null: everything its person may, every scope for a service. */
  readonly scopes: readonly string[] | null;
  /** null: until revoked. */
  readonly days: number | null;
}

function checkWish({ actor }: Asked, { name, owner, scopes, days }: TokenWish): void {
  if (name.trim() === "") throw invalidInput({ path: "name", code: "required" });
  if (name.length > 80) throw invalidInput({ path: "name", code: "too_long", params: { limit: 80 } });
  const unknown = scopes?.find((scope) => !(TOKEN_SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw invalidInput({ path: "scopes", code: "unknown_scope", params: { scope: unknown } });
  const narrowed = scopes !== null && scopes.length > 0;
  if ("service" in owner && actor !== null && !narrowed) throw invalidInput({ path: "scopes", code: "scope_required" });
  if (days === null) return;
  if (!Number.isInteger(days) || days < 1) throw invalidInput({ path: "days", code: "below_minimum", params: { limit: 1 } });
  if (days > MAX_DAYS) throw invalidInput({ path: "days", code: "above_maximum", params: { limit: MAX_DAYS } });
}

function mayOwn(asked: Asked, owner: TokenWish["owner"]): void {
  if (asked.actor === null) return;
  if ("service" in owner) return demand(asked, "tokens.service");
  if (owner.personId !== asked.actor.personId || !can(asked.actor, "tokens.own")) throw new Refusal("forbidden");
}

/**
 * Makes an access token and answers its text, which is shown once and stored as a hash. People make their own,
 * administrators those of services, naming what these may do, the operator any. Refuses 403, and 422 at `name`, `scopes`
 * or `days`.
 */
export async function createToken(asked: Asked, wish: TokenWish): Promise<{ id: string; token: string; expiresAt: Date | null }> {
  mayOwn(asked, wish.owner);
  checkWish(asked, wish);
  const service = "service" in wish.owner;
  const scopes: readonly string[] | null = service ? (wish.scopes ?? TOKEN_SCOPES) : wish.scopes;
  const token = `tam_${randomToken()}`;
  const id = newId();
  const expiresAt = wish.days === null ? null : new Date(asked.now.getTime() + wish.days * DAY_MS);
  const owner = "service" in wish.owner ? { serviceName: wish.owner.service } : { personId: wish.owner.personId };
  await transaction(async (tx) => {
    if (owner.personId !== undefined && (await tx.find("Person", { id: owner.personId, active: true })) === null) throw notFound();
    await tx.insert("ApiToken", {
      id,
      tokenHash: tokenHash(token),
      prefix: token.slice(0, PREFIX_LENGTH),
      name: wish.name.trim(),
      ...owner,
      scopes: scopes === null ? null : JSON.stringify(scopes),
      createdById: asked.actor?.personId ?? null,
      createdAt: asked.now,
      expiresAt,
    });
    const data = { owner: service ? "service" : "person", scopes, expiresAt: expiresAt?.toISOString() ?? null } as const;
    await recordSignIn(tx, { type: "token.created", schema: 1, data }, { kind: "token", id }, actorRef(asked), asked.now);
  });
  return { id, token, expiresAt };
}

/** Revokes a token: one's own, or with the right to handle services' tokens one of these. Refuses 404. */
export async function revokeToken(asked: Asked, id: string): Promise<void> {
  await transaction(async (tx) => {
    const token = await tx.find("ApiToken", { id, revokedAt: null });
    if (token === null) throw notFound();
    const own = asked.actor !== null && token.personId !== null && token.personId === asked.actor.personId;
    const services = asked.actor === null || (token.serviceName !== null && can(asked.actor, "tokens.service"));
    if (!own && !services) throw notFound();
    await tx.update("ApiToken", { id }, { revokedAt: asked.now });
    await recordSignIn(tx, { type: "token.revoked", schema: 1, data: {} }, { kind: "token", id }, actorRef(asked), asked.now);
  });
}

export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly service: string | null;
  readonly scopes: readonly TokenScope[] | null;
  readonly createdAt: string;
  /** Name of whoever made it; null: the operator at the command line. */
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly state: "living" | "expired" | "revoked";
}

/** Tokens of a person, or of all services: those not revoked first, then the newest. */
export async function listTokens(owner: { personId: string } | "services", now: Date): Promise<TokenView[]> {
  const rows = await db.apiToken.findMany({
    where: owner === "services" ? { personId: null } : { personId: owner.personId },
    orderBy: [{ revokedAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }],
    take: 500,
  });
  const makers = findPeople(rows.map(({ createdById }) => createdById).filter((id) => id !== null));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    service: row.serviceName,
    scopes: row.scopes === null ? null : TOKEN_SCOPES.filter((scope) => (JSON.parse(row.scopes ?? "[]") as unknown[]).includes(scope)),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdById === null ? null : (makers.get(row.createdById)?.name ?? null),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    state: row.revokedAt !== null ? "revoked" : row.expiresAt !== null && row.expiresAt <= now ? "expired" : "living",
  }));
}
