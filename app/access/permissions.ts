import type { Actor, TokenScope } from "./actor.ts";
import type { Role, Scope } from "./roles.ts";

/**
 * Who may do what: the one table, asked by server and screens alike. `scope` is the token scope that an API token needs
 * besides; actions without one cannot be done with a token that is narrowed, nor by a service.
 */
interface Rule {
  readonly roles: readonly Role[];
  readonly scope: TokenScope | null;
  /** Reads are open to auditors; an auditor changes nothing but their own account. */
  readonly reads: boolean;
}

const EVERYONE: readonly Role[] = ["frontline", "supervisor", "manager", "hr", "leader", "admin", "auditor"];
const DECIDERS: readonly Role[] = ["frontline", "supervisor", "manager", "leader"];
const APPROVERS: readonly Role[] = ["frontline", "supervisor", "manager", "leader"];
const REPORTERS: readonly Role[] = ["frontline", "supervisor", "manager", "hr", "leader"];
const LEARNERS: readonly Role[] = ["frontline", "supervisor", "manager", "hr", "leader", "admin"];
const READERS: readonly Role[] = ["frontline", "supervisor", "manager", "hr", "leader", "auditor"];

const reads = (roles: readonly Role[], scope: TokenScope | null): Rule => ({ roles, scope, reads: true });
const acts = (roles: readonly Role[], scope: TokenScope | null): Rule => ({ roles, scope, reads: false });

export const PERMISSIONS = {
  "account.self": acts(EVERYONE, null),
  "notifications.read": reads(EVERYONE, null),

  "decisions.record": acts(DECIDERS, "decisions:write"),
  "decisions.check": reads([...DECIDERS, "auditor"], "decisions:read"),
  "decisions.read": reads(READERS, "decisions:read"),
  "decisions.follow-up": acts(DECIDERS, "decisions:write"),
  /** To look again and change what is done for the customer; never one's own. */
  "decisions.overturn": acts(["supervisor", "manager", "leader"], "approvals:write"),
  "authority.read": reads(READERS, "decisions:read"),

  /** A frontline colleague may be asked as second person. */
  "approvals.read": reads([...APPROVERS, "hr", "auditor"], "decisions:read"),
  "approvals.answer": acts(APPROVERS, "approvals:write"),

  "customers.look-up": reads(READERS, "customers:read"),
  "customers.list": reads(["manager", "hr", "leader", "auditor"], "customers:read"),
  "customers.write": acts(DECIDERS, "customers:write"),
  "customers.reveal-phone": acts(DECIDERS, null),
  "customers.import": acts(["hr"], "customers:write"),
  "customers.erase": acts(["hr"], null),

  "policies.read": reads(EVERYONE, "policies:read"),
  "policies.read-drafts": reads(["hr", "leader", "auditor"], "policies:read"),
  "policies.edit": acts(["hr"], "policies:write"),
  "policies.publish": acts(["hr", "leader"], "policies:write"),
  "policies.acknowledge": acts(["frontline", "supervisor", "manager", "hr", "leader"], null),
  /** On a draft that is open for comments and binds them; who reads drafts on any that is open. */
  "policies.comment": acts(["frontline", "supervisor", "manager", "hr", "leader"], "policies:write"),
  /** As the owner of a rule, or for HR where a rule has none. */
  "policies.answer": acts(["supervisor", "manager", "hr", "leader"], null),
  /** What a version's readers said, by team; names only of one's own direct reports. */
  "policies.readers": reads(["supervisor", "manager", "hr", "leader", "auditor"], "policies:read"),
  /** What becomes of a rule at its review date: keep, change, stop. */
  "policies.review-rule": acts(["hr", "leader"], "policies:write"),

  /** What hangs together; each thing only for those who may know of it. */
  "thread.read": reads(READERS, "decisions:read"),
  "thread.link": acts(["frontline", "supervisor", "manager", "hr", "leader"], null),
  /** To take back a link that somebody else drew. */
  "thread.unlink-any": acts(["hr"], null),

  /** How authority lives: counts and measures of decisions within reach; of teams of five or more, never of one person. */
  "insights.read": reads(["manager", "hr", "leader", "auditor"], "decisions:read"),
  /** Answers counted by approver, with names. */
  "insights.approvers": reads(["hr", "leader", "auditor"], "decisions:read"),

  /** What customers said: all of it, or what concerns one's own site, team, decisions and customers. */
  "feedback.read": reads(READERS, "feedback:read"),
  "feedback.add": acts(["frontline", "supervisor", "manager", "hr", "leader"], "feedback:write"),
  /** To mark as read, and to keep what the customer was answered. */
  "feedback.answer": acts(["supervisor", "manager", "hr", "leader"], null),
  "feedback.import": acts(["hr"], null),
  /** To ask the customer of one's own decision whether they felt understood. */
  "feedback.ask": acts(DECIDERS, "feedback:write"),
  "surveys.read": reads(["supervisor", "manager", "hr", "leader", "admin", "auditor"], "feedback:read"),
  "surveys.edit": acts(["hr"], "feedback:write"),
  /** The first pain point, survey link and step of a young installation. */
  "listening.start": acts(["hr", "leader", "admin"], null),
  /** One's own reports, what one is asked or does, and what lies within reach. */
  "improvements.read": reads(READERS, "improvements:read"),
  /** To report, and to say at the end whether it really changed. */
  "improvements.report": acts(REPORTERS, "improvements:write"),
  /** As somebody who speaks for an owning department: answer, plan, try, adopt, verify. HR and supervisors where they are asked. */
  "improvements.answer": acts(["supervisor", "manager", "hr", "leader"], "improvements:write"),
  /** A step of a plan, as whoever it is given to. */
  "improvements.finish-step": acts(REPORTERS, "improvements:write"),
  /** Who must answer, and what is the same as something else. */
  "improvements.arrange": acts(["hr"], "improvements:write"),
  "procedures.read": reads(READERS, "improvements:read"),
  "procedures.edit": acts(["hr"], "improvements:write"),
  /** As the owner of a procedure, a manager of its department, or management. */
  "procedures.review": acts(["supervisor", "manager", "hr", "leader"], "improvements:write"),

  /** What is measured, its figures and charts: open to everybody who works, as what one is measured by is no secret. */
  "kpis.read": reads(READERS, "kpis:read"),
  "kpis.design": acts(["hr"], "kpis:write"),
  /** HR any figure, a manager those of KPIs their department owns. */
  "kpis.feed": acts(["manager", "hr"], "kpis:write"),

  /** KPIs and scorecards with a reviewer's eye: what is found, with its evidence. */
  "kpis.lint": reads(["manager", "hr", "leader", "auditor"], "kpis:read"),
  /** One's own, one's team's; what a person reached is nobody else's to see. */
  "scorecards.read": reads(READERS, "kpis:read"),
  /** To say what stands on a scorecard, to open and close periods. */
  "scorecards.design": acts(["hr"], null),
  "scorecards.appeal": acts(REPORTERS, "kpis:write"),
  "scorecards.answer": acts(["supervisor", "manager", "hr", "leader"], null),
  /** One's own rewards and those one proposed; all of them for those who decide and pay. */
  "rewards.read": reads(READERS, "kpis:read"),
  "rewards.propose": acts(["supervisor", "manager", "hr", "leader"], "kpis:write"),
  "rewards.approve": acts(["hr", "leader"], "kpis:write"),
  /** To say who hears of a reward of one's own. */
  "rewards.announce": acts(REPORTERS, null),
  /** Which share of variable pay depends on customers, and what can be given. */
  "rewards.declare": acts(["hr"], null),
  "rewards.export": reads(["hr", "leader", "auditor"], null),

  /** One's own review and those of one's line; of one's own managers what they promised; the decision log. Who may see whom is decided leader by leader. */
  "leading.read": reads(READERS, "leading:read"),
  /** As somebody who leads people: commitments, months, hours, the decision log; and to answer those of one's line. */
  "leading.write": acts(["supervisor", "manager", "hr", "leader"], "leading:write"),
  /** That a leader was with customers at one's own place. */
  "leading.confirm-hours": acts(REPORTERS, "leading:write"),
  /** Every leader's month and closed review; cycles with those who take part, and who has promised and written. */
  "leading.watch": reads(["hr", "auditor"], "leading:read"),
  /** To open and close a cycle. */
  "leading.cycles": acts(["hr"], "leading:write"),
  "who-we-are.read": reads(EVERYONE, "leading:read"),
  "who-we-are.edit": acts(["hr", "leader"], "leading:write"),

  "people.search": reads(EVERYONE, "people:read"),
  "people.read": reads(["manager", "hr", "leader", "admin", "auditor"], "people:read"),
  "people.edit": acts(["hr", "admin"], "people:write"),
  "people.grant-roles": acts(["hr", "admin"], "people:write"),
  "people.absence": acts(["supervisor", "manager", "hr", "admin"], "people:write"),
  "people.sign-in-links": acts(["hr", "admin"], null),
  "people.end-sessions": acts(["admin"], null),
  "qualifications.read": reads(["supervisor", "manager", "hr", "leader", "admin", "auditor"], "people:read"),
  "qualifications.edit": acts(["hr", "admin"], "people:write"),

  "values.read": reads(EVERYONE, "recognition:read"),
  "values.edit": acts(["hr"], "recognition:write"),
  /** What each may see of it is decided recognition by recognition; internal audit and services see public ones alone. */
  "recognitions.read": reads(READERS, "recognition:read"),
  "recognitions.give": acts(["frontline", "supervisor", "manager", "hr", "leader"], "recognition:write"),
  "recognitions.export": reads(["hr", "leader", "auditor"], "recognition:read"),
  /** What was reported, who is reached and who is not, with names: for HR alone, so not open to auditors as reads are. */
  "recognitions.settle": acts(["hr"], null),
  "recognitions.fairness": acts(["hr"], null),
  /** The month of one's own direct reports. */
  "recognitions.own-team": acts(["supervisor", "manager", "hr", "leader"], null),

  /** Published courses, one's own learning, certificates within reach. */
  "learning.read": reads(EVERYONE, "learning:read"),
  /** To take courses, report practice, write for oneself. */
  "learning.take": acts(LEARNERS, "learning:write"),
  /** To observe a colleague's practice; who may sign it off is decided report by report. */
  "learning.observe": acts(REPORTERS, "learning:write"),
  "learning.export": reads(["manager", "hr", "leader", "auditor"], "learning:read"),
  /** What each did in courses, choice by choice, under a name that says nothing. */
  "learning.statements": reads(["hr", "auditor"], "learning:read"),
  "certificates.revoke": acts(["hr"], "learning:write"),
  /** Courses with their drafts and all their versions. */
  "courses.read": reads(["hr", "leader", "auditor"], "learning:read"),
  "courses.edit": acts(["hr"], "learning:write"),
  "courses.assign": acts(["hr"], "learning:write"),
  /** Who is asked to learn what, and where each stands; within reach. */
  "assignments.read": reads(["supervisor", "manager", "hr", "leader", "auditor"], "learning:read"),
  /** What courses change at work: of groups of five or more, never of one person. */
  "learning.insights": reads(["hr", "leader", "auditor"], "learning:read"),
  /** Told for the company, or for the teller's team; internal audit reads both, drafts are their teller's alone. */
  "stories.read": reads(READERS, "stories:read"),
  /** To tell, and to say what one would have done. */
  "stories.tell": acts(REPORTERS, "stories:write"),
  /** To hide with a reason, to cover what would tell who somebody is, to answer reports. */
  "stories.edit": acts(["hr"], null),
  "stories.export": reads(["hr", "leader", "auditor"], "stories:read"),
  "line-up.read": reads(READERS, "stories:read"),
  "line-up.choose": acts(["hr"], "stories:write"),
  /** To mark that one's own team talked about the card. */
  "line-up.discuss": acts(["supervisor", "manager", "hr", "leader"], "stories:write"),
  /** Which teams talked about it, in numbers. */
  "line-up.teams": reads(["hr", "leader", "auditor"], null),
  "circles.read": reads(READERS, "stories:read"),
  /** To join and to host. */
  "circles.join": acts(REPORTERS, "stories:write"),
  /** Care is between a person and whoever is asked: none of these is open to internal audit, a service or a narrowed token. */
  "care.ask": acts(DECIDERS, null),
  "care.answer": acts(["supervisor", "manager", "leader"], null),
  /** What whoever checks in may give, and counts by month and place. */
  "care.policy": acts(["hr"], null),
  /** What was asked and what may be told of it: of everybody, and of one's own people. */
  "pulses.read": reads(EVERYONE, "pulses:read"),
  /** Of every group, and what was written. */
  "pulses.read-groups": reads(["hr", "leader", "auditor"], "pulses:read"),
  /** What was answered about any leader; else about oneself and those below in the line. */
  "pulses.read-about": reads(["hr", "auditor"], "pulses:read"),
  "pulses.answer": acts(["frontline", "supervisor", "manager", "hr", "leader", "admin"], "pulses:write"),
  "pulses.design": acts(["hr"], "pulses:write"),
  /** From how many people on something is told: raised for all pulses to come, never lowered. */
  "pulses.raise": acts(["admin"], "pulses:write"),

  "organisation.read": reads(["hr", "leader", "admin", "auditor"], null),
  "organisation.edit": acts(["admin"], null),
  "tokens.own": acts(EVERYONE, null),
  "tokens.service": acts(["admin"], null),
  "tokens.read": reads(["admin", "auditor"], null),

  "audit.read": reads(["hr", "leader", "auditor"], "audit:read"),
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof PERMISSIONS;

/** What an action touches, as far as scope matters. */
export interface Resource {
  readonly personId?: string | null;
  readonly managerId?: string | null;
  readonly siteCode?: string | null;
  readonly departmentCode?: string | null;
}

/** How far an action reaches for an actor: everything, or the union of what is listed. Oneself is always within reach. */
export type Reach =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly personId: string;
      readonly team: boolean;
      readonly sites: readonly string[];
      readonly departments: readonly string[];
    };

function withinToken(actor: Actor, rule: Rule): boolean {
  if (actor.kind === "person" && actor.tokenScopes === null) return true;
  return rule.scope !== null && (actor.tokenScopes ?? []).includes(rule.scope);
}

/** How far the actor may do this, or null when not at all. Fails closed: no role, no token scope, no reach. */
export function reach(actor: Actor, action: Action): Reach | null {
  const rule: Rule = PERMISSIONS[action];
  if (!withinToken(actor, rule)) return null;
  if (actor.kind === "service") return { all: true };
  const scopes = actor.grants.filter((grant) => rule.roles.includes(grant.role)).map((grant) => grant.scope);
  if (scopes.length === 0) return null;
  if (scopes.some((scope) => scope.kind === "all")) return { all: true };
  const codes = (kind: "site" | "department") =>
    scopes.filter((scope): scope is Extract<Scope, { code: string }> => scope.kind === kind).map((scope) => scope.code);
  return {
    all: false,
    personId: actor.personId,
    team: scopes.some((scope) => scope.kind === "team"),
    sites: codes("site"),
    departments: codes("department"),
  };
}

/** Whether the resource lies within the reach. An absent fact of the resource never opens. */
export function within(scope: Reach, resource: Resource): boolean {
  if (scope.all) return true;
  if (resource.personId === scope.personId) return true;
  if (scope.team && resource.managerId === scope.personId) return true;
  if (resource.siteCode && scope.sites.includes(resource.siteCode)) return true;
  return Boolean(resource.departmentCode && scope.departments.includes(resource.departmentCode));
}

/** May the actor do this (to this)? Without a resource: at all, somewhere. */
export function can(actor: Actor, action: Action, resource?: Resource): boolean {
  const scope = reach(actor, action);
  return scope !== null && (resource === undefined || within(scope, resource));
}

/** A person's roles by authority to hand out: administrators any, HR only those that serve customers. Nobody to themselves. */
export function mayGrant(actor: Actor, role: Role, toPersonId: string | null): boolean {
  if (actor.kind !== "person" || actor.personId === toPersonId || !can(actor, "people.grant-roles")) return false;
  if (actor.grants.some((grant) => grant.role === "admin")) return true;
  return role === "frontline" || role === "supervisor" || role === "manager";
}
