import type { Role } from "#access/roles.ts";
import { systemClock } from "#kernel/clock.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { beginAttempt } from "#platform/rate-limit-attempts.server.ts";
import { type StartedSession, startSession } from "#platform/session.server.ts";
import { tokenHash } from "#platform/secrets.server.ts";
import { db } from "#platform/db.server.ts";
import { type Tx, transaction } from "#platform/transaction.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import { insertPerson } from "../add-person.server.ts";
import { insertOrganisation } from "../edit-organisation.server.ts";
import { findOrganisation } from "../organisation.server.ts";
import { choosePassword } from "./passwords.server.ts";
import { recordSignIn, selfRef, type Visitor } from "./record-sign-in.server.ts";
import type { SetUpFields } from "./set-up-fields.ts";
import { insertLink, insertSignInLink, type SignInLink } from "./sign-in-links.server.ts";
import { consumeLink } from "./redeem-link.server.ts";

/** A one-time link to the set-up, good for a day; an earlier one stops working. Answers its path. Refuses 409 once there is an organisation. */
export async function issueSetupLink(): Promise<string> {
  return transaction(async (tx) => {
    if ((await tx.find("Organisation", { id: 1 })) !== null) throw new Refusal("set_up_already", { status: 409 });
    return (await insertLink(tx, "setup", null, null, systemClock.now())).path;
  });
}

/** Whether this is the living set-up link of an installation without an organisation. */
export async function isSetupLink(token: string): Promise<boolean> {
  if (findOrganisation() !== null) return false;
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: tokenHash(token) } });
  return link !== null && link.kind === "setup" && link.usedAt === null && link.expiresAt > systemClock.now();
}

/** What else belongs to the set-up, such as the starter policy; runs in its transaction. */
export type SetUpParticipant = (tx: Tx, first: { personId: string; currency: string; timeZone: string; asked: Asked }) => Promise<void>;

export interface SetUpDone extends StartedSession {
  /** Of the second person, when one was named. */
  readonly invitation: (SignInLink & { readonly name: string }) | null;
}

async function firstPlaces(tx: Tx, fields: SetUpFields): Promise<void> {
  const { department, site } = fields;
  await tx.insert("Department", { code: department.code, nameVi: department.name, nameEn: department.name, parentCode: null, active: true });
  await tx.insert("Site", { code: site.code, nameVi: site.name, nameEn: site.name, departmentCode: department.code, channel: site.channel, hours: null, active: true });
}

/**
 * Sets an empty installation up in one transaction: organisation, first department and site, first administrator with a
 * session, an invitation for a second person (publishing takes two). The link dies with it. Refuses 404 for a link that
 * is used or over, 422 with the paths of the form.
 */
export async function setUp(token: string, fields: SetUpFields, participants: readonly SetUpParticipant[], request: Request, visitor: Visitor): Promise<SetUpDone> {
  await beginAttempt({ kind: "link", account: tokenHash(token), address: visitor.address });
  if (!(await isSetupLink(token))) throw notFound();
  const { organisation, admin, second } = fields;
  if (second !== null && second.email === admin.email) throw invalidInput({ path: "second.email", code: "email_taken", params: { email: second.email } });
  const passwordHash = await choosePassword(admin.password, { email: admin.email, name: admin.name, organisation: organisation.name }, "admin.password");
  const made = await createFirst(token, fields, passwordHash, participants, visitor);
  const session = await startSession({ personId: made.personId, replaces: request, complete: true, address: visitor.address, alongside: async () => {} });
  return { ...session, invitation: made.invitation };
}

function createFirst(token: string, fields: SetUpFields, passwordHash: string, participants: readonly SetUpParticipant[], visitor: Visitor): Promise<{ personId: string; invitation: SetUpDone["invitation"] }> {
  const { organisation, admin, second } = fields;
  return transaction(async (tx) => {
    const now = systemClock.now();
    const asked: Asked = { actor: null, source: "setup", now };
    await consumeLink(tx, token, "setup", now);
    await insertOrganisation(tx, organisation, asked);
    await firstPlaces(tx, fields);
    const place = { departmentCode: fields.department.code, siteCode: null, language: organisation.language };
    const everywhere = (roles: readonly Role[]) => roles.map((role) => ({ role, scope: { kind: "all" } }) as const);
    const personId = await insertPerson(tx, { ...place, email: admin.email, name: admin.name }, everywhere(admin.alsoHr ? ["admin", "hr"] : ["admin"]), asked);
    await tx.insert("Credential", { personId, passwordHash, passwordSetAt: now, updatedAt: now });
    let invitation: SetUpDone["invitation"] = null;
    if (second !== null) {
      const secondId = await insertPerson(tx, { ...place, email: second.email, name: second.name }, everywhere([second.role]), asked);
      const person = await tx.find("Person", { id: secondId });
      if (person !== null) invitation = { ...(await insertSignInLink(tx, asked, person, "invitation")), name: person.name };
    }
    for (const participant of participants) await participant(tx, { personId, currency: organisation.currency, timeZone: organisation.timeZone, asked });
    const event = { type: "setup.done", schema: 1, data: { invited: invitation !== null } } as const;
    await recordSignIn(tx, event, { kind: "organisation", id: "1" }, selfRef(personId, visitor), now);
    return { personId, invitation };
  });
}
