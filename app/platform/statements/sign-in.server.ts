import { bindAll, booleanOf, dateOf, dateOrNull, get, numberOf, run, textOf, textOrNull } from "./define.server.ts";

export const signInStatements = {
  /** Whether a person has set up a second factor. */
  "credential.has-totp": get(
    "SELECT totpEnabledAt IS NOT NULL AS hasTotp FROM Credential WHERE personId = :personId",
    (params: { personId: string }) => bindAll(params),
    (row) => booleanOf(row["hasTotp"]),
  ),

  /** Marks a time step of a person's second factor as used; changes nothing when it or a later one was used before. */
  "credential.use-step": run(
    "UPDATE Credential SET totpLastStep = :step WHERE personId = :personId AND (totpLastStep IS NULL OR totpLastStep < :step)",
    (params: { personId: string; step: number }) => bindAll(params),
  ),

  /** An access token by the hash of its text, whatever its state. */
  "token.find": get(
    `SELECT id, prefix, name, personId, serviceName, scopes, expiresAt, revokedAt, lastUsedAt
       FROM ApiToken WHERE tokenHash = :tokenHash`,
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

  /** One counter of the rate limits, whatever its age. */
  "rate-limit.find": get(
    "SELECT points, expireAt FROM RateLimit WHERE key = :key",
    (params: { key: string }) => bindAll(params),
    (row) => ({ points: numberOf(row["points"]), expireAt: dateOf(row["expireAt"]) }),
  ),

  /** Takes points in the current window of a key, or opens a new window; answers nothing, see rate-limit.find. */
  "rate-limit.take": run(
    `INSERT INTO RateLimit (key, points, expireAt) VALUES (:key, :points, :expireAt)
     ON CONFLICT (key) DO UPDATE SET
       points = CASE WHEN expireAt <= :now THEN :points ELSE points + :points END,
       expireAt = CASE WHEN expireAt <= :now THEN :expireAt ELSE expireAt END`,
    (params: { key: string; points: number; now: Date; expireAt: Date }) => bindAll(params),
  ),

  "rate-limit.clear-expired": run("DELETE FROM RateLimit WHERE expireAt <= :now", (params: { now: Date }) => bindAll(params)),

  /** Ends the sessions of everybody but one person (of everybody for an id nobody has). */
  "session.end-all-but": run("DELETE FROM Session WHERE personId <> :personId", (params: { personId: string }) => bindAll(params)),

  "session.clear-expired": run(
    "DELETE FROM Session WHERE expiresAt <= :now OR lastSeenAt <= :idleSince",
    (params: { now: Date; idleSince: Date }) => bindAll(params),
  ),

  "idempotent.clear-older": run("DELETE FROM IdempotentAnswer WHERE createdAt < :before", (params: { before: Date }) => bindAll(params)),

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
