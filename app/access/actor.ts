import type { RoleGrant } from "./roles.ts";

/** The scopes an API token may be narrowed to (contracts.md §3). */
export const TOKEN_SCOPES = [
  "decisions:read",
  "decisions:write",
  "decisions:on-behalf",
  "facts:assert",
  "approvals:write",
  "customers:read",
  "customers:write",
  "policies:read",
  "policies:write",
  "people:read",
  "people:write",
  "recognition:read",
  "recognition:write",
  "feedback:read",
  "feedback:write",
  "improvements:read",
  "improvements:write",
  "kpis:read",
  "kpis:write",
  "learning:read",
  "learning:write",
  "stories:read",
  "stories:write",
  "pulses:read",
  "pulses:write",
  "leading:read",
  "leading:write",
  "audit:read",
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export interface PersonActor {
  readonly kind: "person";
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: "vi" | "en";
  readonly siteCode: string | null;
  readonly departmentCode: string | null;
  readonly managerId: string | null;
  /** Department scopes are already widened to the departments below them. */
  readonly grants: readonly RoleGrant[];
  /** null: signed in on the web, or a token that is not narrowed. */
  readonly tokenScopes: readonly TokenScope[] | null;
  /** The token that speaks for the person, or the service that acts on their behalf; null on the web. */
  readonly via: string | null;
  readonly requestId: string | null;
  readonly address: string | null;
}

/** A machine with a token of its own: it may do exactly what its scopes name, for the whole organisation. */
export interface ServiceActor {
  readonly kind: "service";
  readonly personId: null;
  readonly name: string;
  readonly locale: "vi" | "en";
  readonly tokenScopes: readonly TokenScope[];
  readonly via: string;
  readonly requestId: string | null;
  readonly address: string | null;
}

export type Actor = PersonActor | ServiceActor;
