import { all, bindAll, booleanOf, dateOf, dateOrNull, get, numberOf, textOf, textOrNull } from "./define.server.ts";

export const signInStatements = {
  /** Whether a person has set up a second factor. */
  "credential.has-totp": get(
    "SELECT totpEnabledAt IS NOT NULL AS hasTotp FROM Credential WHERE personId = :personId",
    (params: { personId: string }) => bindAll(params),
    (row) => booleanOf(row["hasTotp"]),
  ),

  /** An access token by the hash of its text, with its person's language, whatever its state. */
  "token.find": get(
    `SELECT t.id, t.prefix, t.name, t.personId, t.serviceName, t.scopes, t.expiresAt, t.revokedAt, t.lastUsedAt
       FROM ApiToken t WHERE t.tokenHash = :tokenHash`,
    (params: { tokenHash: string }) => bindAll(params),
    (row) => ({
      id: textOf(row["id"]),
      prefix: textOf(row["prefix"]),
      name: textOf(row["name"]),
      personId: textOrNull(row["personId"]),
      serviceName: textOrNull(row["serviceName"]),
      scopes: textOrNull(row["scopes"]),
      expiresAt: dateOrNull(row["expiresAt"]),
      revokedAt: dateOrNull(row["revokedAt"]),
      lastUsedAt: dateOrNull(row["lastUsedAt"]),
    }),
  ),

  /** What of the organisation every request needs. */
  "organisation.facts": get(
    "SELECT name, currency, timeZone, language, addressForm, labels, isDemo, requireTotp FROM Organisation WHERE id = 1",
    (params: Record<string, never>) => bindAll(params),
    (row) => ({
      name: textOf(row["name"]),
      currency: textOf(row["currency"]),
      timeZone: textOf(row["timeZone"]),
      language: textOf(row["language"]),
      addressForm: textOf(row["addressForm"]),
      labels: textOf(row["labels"]),
      isDemo: booleanOf(row["isDemo"]),
      requireTotp: booleanOf(row["requireTotp"]),
    }),
  ),

  /** Who a person is, for the actor; null when unknown. */
  "person.subject": get(
    `SELECT id, email, name, language, siteCode, departmentCode, managerId, active
       FROM Person WHERE id = :id`,
    (params: { id: string }) => bindAll(params),
    (row) => ({
      id: textOf(row["id"]),
      email: textOf(row["email"]),
      name: textOf(row["name"]),
      language: textOf(row["language"]),
      siteCode: textOrNull(row["siteCode"]),
      departmentCode: textOrNull(row["departmentCode"]),
      managerId: textOrNull(row["managerId"]),
      active: booleanOf(row["active"]),
    }),
  ),

  "person.id-by-email": get(
    "SELECT id FROM Person WHERE email = :email",
    (params: { email: string }) => bindAll(params),
    (row) => textOf(row["id"]),
  ),

  /** The department tree, for scopes that reach the departments below. */
  "department.tree": all(
    "SELECT code, parentCode FROM Department",
    (params: Record<string, never>) => bindAll(params),
    (row) => ({ code: textOf(row["code"]), parentCode: textOrNull(row["parentCode"]) }),
  ),

  "idempotent.find": get(
    `SELECT requestHash, status, body, location, createdAt FROM IdempotentAnswer
      WHERE tokenId = :tokenId AND path = :path AND key = :key`,
    (params: { tokenId: string; path: string; key: string }) => bindAll(params),
    (row) => ({
      requestHash: textOf(row["requestHash"]),
      status: numberOf(row["status"]),
      body: textOf(row["body"]),
      location: textOrNull(row["location"]),
      createdAt: dateOf(row["createdAt"]),
    }),
  ),
};
