import { all, bindAll, booleanOf, dateOf, get, textOf, textOrNull } from "./define.server.ts";

export const sessionStatements = {
  /** The session of a hashed id with its person, whatever their state: idle time, lifetime and `active` are judged by the caller. */
  "session.find": get(
    `SELECT s.id, s.publicId, s.personId, s.createdAt, s.lastSeenAt, s.expiresAt, s.provedAt, s.complete, s.userAgent, s.address,
            p.email, p.name, p.language, p.siteCode, p.departmentCode, p.managerId, p.addressForm, p.active
       FROM Session s JOIN Person p ON p.id = s.personId WHERE s.id = :id`,
    (params: { id: string }) => bindAll(params),
    (row) => ({
      id: textOf(row["id"]),
      publicId: textOf(row["publicId"]),
      personId: textOf(row["personId"]),
      createdAt: dateOf(row["createdAt"]),
      lastSeenAt: dateOf(row["lastSeenAt"]),
      expiresAt: dateOf(row["expiresAt"]),
      provedAt: dateOf(row["provedAt"]),
      complete: booleanOf(row["complete"]),
      userAgent: textOrNull(row["userAgent"]),
      address: textOrNull(row["address"]),
      person: {
        email: textOf(row["email"]),
        name: textOf(row["name"]),
        language: textOf(row["language"]),
        siteCode: textOrNull(row["siteCode"]),
        departmentCode: textOrNull(row["departmentCode"]),
        managerId: textOrNull(row["managerId"]),
        addressForm: textOrNull(row["addressForm"]),
        active: booleanOf(row["active"]),
      },
    }),
  ),

  /** Roles a person holds, each in its scope. */
  "person.roles": all(
    "SELECT role, scopeKind, scopeRef FROM RoleAssignment WHERE personId = :personId ORDER BY role, scopeKind, scopeRef",
    (params: { personId: string }) => bindAll(params),
    (row) => ({ role: textOf(row["role"]), scopeKind: textOf(row["scopeKind"]), scopeRef: textOrNull(row["scopeRef"]) }),
  ),
};
