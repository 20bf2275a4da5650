import { storiesMatrix } from "./stories-matrix.ts";
import type { Role } from "#access/roles.ts";
import type { SmallCompany, SmallCompanyKey } from "#db/seed/builders.ts";
import type { ApiGuard } from "#platform/http/api.server.ts";
import { courseRows } from "./matrix-courses.ts";
import { learningRows } from "./matrix-learning.ts";
import { leadingMatrix } from "./leading-matrix.ts";

/**
 * Who may open which route: written by hand from contracts.md (*Who may*), never derived from the code it judges.
 * A route of the build that has no row here fails the suite. Extend it with each route.
 */
type Open = readonly Role[];

const FRONTLINE = ["frontline"] as const;
export const EVERYONE: Open = ["frontline", "supervisor", "manager", "hr", "leader", "admin", "auditor"];
/** Those who decide for customers. */
export const DECIDERS: Open = [...FRONTLINE, "supervisor", "manager", "leader"];
/** Those who read decisions and customers within their reach. */
export const READERS: Open = [...DECIDERS, "hr", "auditor"];

/** Those who read how authority lives. */
const INSIGHT_READERS: Open = ["manager", "hr", "leader", "auditor"];

/** Those who see what is asked at touchpoints, and print it. */
const SURVEY_READERS: Open = ["supervisor", "manager", "hr", "leader", "admin", "auditor"];
/** Those who report what stands in the way, and say at the end whether it changed. */
const REPORTERS: Open = [...DECIDERS, "hr"];
/** Those who may be asked for an answer. */
const ANSWERERS: Open = ["supervisor", "manager", "hr", "leader"];

/** Everybody who works is asked; internal audit changes nothing, so it answers nothing either. */
const PULSE_ANSWERERS: Open = EVERYONE.filter((role) => role !== "auditor");

export const PEOPLE_READERS: Open = ["manager", "hr", "leader", "admin", "auditor"];

/** Something of somebody else: who asks for which address, and what they must get. */
export interface Foreign {
  readonly as: SmallCompanyKey;
  readonly path: (company: SmallCompany) => string;
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly status: number;
}

export interface PageRow {
  /** Address to call; its parameters may name something nobody has. */
  readonly path: string | ((company: SmallCompany) => string);
  /** `public`: anybody. Left out: the route has no loader (action). */
  readonly loader?: Open | "public";
  readonly action?: Open | "public";
  readonly foreign?: readonly Foreign[];
}

export interface ApiRow {
  readonly path: string | ((company: SmallCompany) => string);
  readonly api: Readonly<Partial<Record<keyof ApiGuard["methods"], Open>>>;
  readonly foreign?: readonly Foreign[];
}

export type Row = PageRow | ApiRow;

const NOBODY_ID = "01890000-0000-7000-8000-000000000000";

/** By the route's id in the build. */
export const matrix: Readonly<Record<string, Row>> = {
  ...learningRows,
  ...courseRows,
  ...leadingMatrix,
  root: { path: "/sign-in", loader: "public" },
  "routes/$": { path: "/nowhere/at-all", loader: "public" },
  "routes/_auth": { path: "/sign-in", loader: "public" },
  "routes/_auth.sign-in": { path: "/sign-in", loader: "public", action: "public" },
  "routes/_auth.sign-in_.code": { path: "/sign-in/code", loader: "public", action: "public" },
  "routes/_auth.sign-in_.again": { path: "/sign-in/again", loader: EVERYONE, action: EVERYONE },
  "routes/_auth.sign-in_.forgot": { path: "/sign-in/forgot", loader: "public", action: "public" },
  "routes/_auth.link.$token": { path: "/link/no-such-link", loader: "public", action: "public" },
  "routes/setup.$token": { path: "/setup/no-such-link", loader: "public", action: "public" },
  "routes/sign-out": { path: "/sign-out", loader: "public", action: "public" },
  "routes/preferences": { path: "/preferences", loader: "public", action: "public" },
  "routes/api.v1.$": { path: "/api/v1/nowhere", api: {} },
  "routes/api.v1.openapi[.]json": { path: "/api/v1/openapi.json", loader: "public" },
  "routes/api.v1._index": { path: "/api/v1", api: {} },

  "routes/_app": { path: "/account", loader: EVERYONE },
  "routes/_app.account._index": {
    path: "/account",
    loader: EVERYONE,
    action: EVERYONE,
    foreign: [{ as: "frontline", path: () => "/account?index", method: "POST", form: { intent: "end-device", device: NOBODY_ID }, status: 404 }],
  },
  "routes/_app.account.password": { path: "/account/password", loader: EVERYONE, action: EVERYONE },
  "routes/_app.account.second-factor": { path: "/account/second-factor", loader: EVERYONE, action: EVERYONE },
  "routes/_app.account.tokens": {
    path: "/account/tokens",
    loader: EVERYONE,
    action: EVERYONE,
    foreign: [{ as: "frontline", path: () => "/account/tokens", method: "POST", form: { intent: "revoke", id: NOBODY_ID }, status: 404 }],
  },
  "routes/_app.account.notifications": { path: "/account/notifications", loader: EVERYONE, action: EVERYONE },
  "routes/api.v1.account.notifications": { path: "/api/v1/account/notifications", api: { GET: EVERYONE, PUT: EVERYONE } },
  "routes/_app._index": { path: "/", loader: EVERYONE },
  "routes/updates": { path: "/updates", loader: EVERYONE },
  "routes/_app.notifications": { path: "/notifications", loader: EVERYONE, action: EVERYONE },
  "routes/_app.audit._index": { path: "/audit", loader: ["hr", "leader", "auditor"] },
  "routes/_app.audit.export": { path: "/audit/export", loader: ["hr", "leader", "auditor"] },

  "routes/_app.decide": { path: "/decide", loader: DECIDERS, action: DECIDERS },
  "routes/_app.decide_.check": { path: "/decide/check", loader: [...DECIDERS, "auditor"], action: [...DECIDERS, "auditor"] },
  "routes/_app.decisions._index": { path: "/decisions", loader: READERS },
  "routes/_app.decisions.$id": { path: `/decisions/${NOBODY_ID}`, loader: READERS, action: DECIDERS },
  "routes/_app.approvals._index": { path: "/approvals", loader: READERS },
  "routes/_app.approvals.$id": { path: `/approvals/${NOBODY_ID}`, loader: READERS, action: DECIDERS },
  "routes/_app.authority": { path: "/authority", loader: READERS, action: [...DECIDERS, "hr"] },
  "routes/_app.policies.$version.simulate": { path: "/policies/1/simulate", loader: ["hr", "leader", "auditor"], action: ["hr", "leader", "auditor"] },
  "routes/_app.simulations.$id._index": { path: `/simulations/${NOBODY_ID}`, loader: ["hr", "leader", "auditor"], action: ["hr", "leader", "auditor"] },
  "routes/_app.simulations.$id.export": { path: `/simulations/${NOBODY_ID}/export`, loader: ["hr", "leader", "auditor"] },
  "routes/_app.policies.past-cases": { path: "/policies/past-cases", loader: ["hr", "leader", "auditor"], action: ["hr"] },
  "routes/_app.policies.proposals._index": { path: "/policies/proposals", loader: ["hr", "leader", "auditor"], action: ["hr"] },
  "routes/_app.policies.proposals.$id": { path: `/policies/proposals/${NOBODY_ID}`, loader: ["hr", "leader", "auditor"], action: ["hr", "leader"] },
  "routes/_app.decisions.$id_.overturn": { path: `/decisions/${NOBODY_ID}/overturn`, loader: ["supervisor", "manager", "leader"], action: ["supervisor", "manager", "leader"] },
  "routes/_app.authority_.life._index": { path: "/authority/life", loader: INSIGHT_READERS },
  "routes/_app.authority_.life.gaps": { path: "/authority/life/gaps", loader: INSIGHT_READERS },
  "routes/_app.authority_.life.asking": { path: "/authority/life/asking", loader: INSIGHT_READERS },
  "routes/_app.authority_.life.limits": { path: "/authority/life/limits", loader: INSIGHT_READERS },
  "routes/_app.authority_.life.care": { path: "/authority/life/care", loader: INSIGHT_READERS },
  "routes/_app.authority_.life.bets": { path: "/authority/life/bets", loader: INSIGHT_READERS },
  "routes/_app.policies.rules.$code": { path: "/policies/rules/REFUND-STORE", loader: EVERYONE, action: ["hr", "leader"] },
  "routes/_app.thread.$kind.$id": { path: "/thread/rule/REFUND-STORE", loader: READERS, action: ["frontline", "supervisor", "manager", "hr", "leader"] },
  "routes/_app.policies._index": { path: "/policies", loader: EVERYONE, action: ["hr"] },
  "routes/_app.policies.$version": { path: "/policies/1", loader: EVERYONE },
  "routes/_app.policies.$version._index": { path: "/policies/1", loader: EVERYONE },
  "routes/_app.policies.$version.rules.$code": { path: "/policies/1/rules/new", loader: ["hr"], action: ["hr"] },
  "routes/_app.policies.$version.budgets._index": { path: "/policies/1/budgets", loader: EVERYONE },
  "routes/_app.policies.$version.budgets.$code": { path: "/policies/1/budgets/new", loader: ["hr"], action: ["hr"] },
  "routes/_app.policies.$version.settings": { path: "/policies/1/settings", loader: EVERYONE, action: ["hr"] },
  "routes/_app.policies.$version.check": { path: "/policies/1/check", loader: ["hr", "leader", "auditor"] },
  "routes/_app.policies.$version.changes": { path: "/policies/1/changes", loader: ["hr", "leader", "auditor"] },
  "routes/_app.policies.new-rule": { path: "/policies/new-rule", loader: ["hr"], action: ["hr"] },
  "routes/_app.policies.$version.comments": { path: "/policies/1/comments", loader: EVERYONE, action: [...DECIDERS, "hr"] },
  "routes/_app.policies.$version.publish": { path: "/policies/1/publish", loader: ["hr", "leader", "auditor"], action: ["hr", "leader"] },
  "routes/_app.policies.$version.readers": { path: "/policies/1/readers", loader: ["supervisor", "manager", "hr", "leader", "auditor"], action: ["supervisor", "manager", "hr", "leader"] },
  "routes/_app.policies.$version.tests": { path: "/policies/1/tests", loader: ["hr", "leader", "auditor"], action: ["hr"] },
  "routes/_app.policies.$version_.respond": {
    path: "/policies/1/respond",
    loader: EVERYONE,
    action: [...DECIDERS, "hr"],
    foreign: [{ as: "frontline", path: () => "/policies/99/respond", status: 404 }],
  },
  "routes/_app.decisions.$id_.[test]": { path: `/decisions/${NOBODY_ID}/test`, loader: ["hr"], action: ["hr"] },
  "routes/_app.policies.$version.document": { path: "/policies/1/document", loader: EVERYONE },

  "routes/_app.people._index": { path: "/people", loader: EVERYONE },
  "routes/_app.people.options": { path: "/people/options?q=a", loader: EVERYONE },
  "routes/_app.people.new": { path: "/people/new", loader: ["hr", "admin"], action: ["hr", "admin"] },
  "routes/_app.people.import": { path: "/people/import", loader: ["hr", "admin"], action: ["hr", "admin"] },
  "routes/_app.people.export": { path: "/people/export", loader: PEOPLE_READERS },
  "routes/_app.people.$id._index": {
    path: ({ people }) => `/people/${people.frontline2.id}`,
    loader: EVERYONE,
    action: ["supervisor", "manager", "hr", "admin"],
    foreign: [{ as: "supervisor", path: ({ people }) => `/people/${people.frontline3.id}?index`, method: "POST", form: { absenceId: NOBODY_ID }, status: 404 }],
  },
  "routes/_app.people.$id_.edit": {
    path: ({ people }) => `/people/${people.frontline2.id}/edit`,
    loader: ["hr", "admin"],
    action: ["hr", "admin"],
    foreign: [{ as: "hr", path: ({ people }) => `/people/${people.admin.id}/edit`, method: "POST", form: { name: "Đinh Công Thành", email: "taken-over@demo.tam" }, status: 403 }],
  },
  "routes/_app.people.$id_.roles": {
    path: ({ people }) => `/people/${people.frontline2.id}/roles`,
    loader: ["hr", "admin"],
    action: ["hr", "admin"],
    foreign: [
      { as: "hr", path: ({ people }) => `/people/${people.hr.id}/roles`, status: 404 },
      { as: "hr", path: ({ people }) => `/people/${people.hr.id}/roles`, method: "POST", form: { held: "hr@all", role: "admin" }, status: 403 },
      { as: "hr", path: ({ people }) => `/people/${people.frontline.id}/roles`, method: "POST", form: { held: "frontline@own", role: "leader" }, status: 403 },
    ],
  },
  "routes/_app.people.$id_.absence": {
    path: ({ people }) => `/people/${people.frontline2.id}/absence`,
    loader: ["supervisor", "manager", "hr", "admin"],
    action: ["supervisor", "manager", "hr", "admin"],
    foreign: [
      { as: "supervisor", path: ({ people }) => `/people/${people.frontline3.id}/absence`, status: 404 },
      { as: "supervisor", path: ({ people }) => `/people/${people.frontline3.id}/absence`, method: "POST", form: { fromDay: "2027-01-01", toDay: "2027-01-02" }, status: 404 },
    ],
  },
  "routes/_app.people.$id_.qualification": { path: ({ people }) => `/people/${people.frontline2.id}/qualification`, loader: ["hr", "admin"], action: ["hr", "admin"] },
  "routes/_app.people.$id_.access": {
    path: ({ people }) => `/people/${people.frontline2.id}/access`,
    loader: ["hr", "admin"],
    action: ["hr", "admin"],
    foreign: [
      { as: "hr", path: ({ people }) => `/people/${people.admin.id}/access`, status: 404 },
      { as: "hr", path: ({ people }) => `/people/${people.admin.id}/access`, method: "POST", form: { intent: "reset" }, status: 403 },
      { as: "hr", path: ({ people }) => `/people/${people.leader.id}/access`, method: "POST", form: { intent: "deactivate" }, status: 403 },
    ],
  },
  "routes/_app.qualifications._index": { path: "/qualifications", loader: ["supervisor", ...PEOPLE_READERS], action: ["hr", "admin"] },
  "routes/_app.qualifications.import": { path: "/qualifications/import", loader: ["hr", "admin"], action: ["hr", "admin"] },
  "routes/_app.qualifications.export": { path: "/qualifications/export", loader: ["supervisor", ...PEOPLE_READERS] },
  "routes/_app.organisation._index": { path: "/organisation", loader: ["hr", "leader", "admin", "auditor"], action: ["admin"] },
  "routes/_app.organisation.hours": { path: "/organisation/hours", loader: ["hr", "leader", "admin", "auditor"], action: ["admin"] },
  "routes/_app.organisation.words": { path: "/organisation/words", loader: ["hr", "leader", "admin", "auditor"], action: ["admin"] },
  "routes/_app.organisation.places._index": { path: "/organisation/places", loader: ["hr", "leader", "admin", "auditor"] },
  "routes/_app.organisation.sites.$code": { path: "/organisation/sites/HN-01", loader: ["admin"], action: ["admin"] },
  "routes/_app.organisation.departments.$code": { path: "/organisation/departments/RETAIL", loader: ["admin"], action: ["admin"] },
  "routes/_app.organisation.values_.$code": { path: "/organisation/values/NOWHERE", loader: EVERYONE },
  "routes/_app.organisation.values": { path: "/organisation/values", loader: EVERYONE, action: ["hr"] },
  "routes/_app.scorecards._index": {
    path: "/scorecards",
    loader: READERS,
    action: ["hr"],
    foreign: [{ as: "hr", path: () => "/scorecards", method: "POST", form: { intent: "close", period: NOBODY_ID }, status: 404 }],
  },
  "routes/_app.scorecards.$id": { path: `/scorecards/${NOBODY_ID}`, loader: READERS, action: [...DECIDERS, "hr"] },
  "routes/_app.scorecards.export": { path: "/scorecards/export", loader: READERS },
  "routes/_app.scorecards.design": { path: "/scorecards/design", loader: ["hr"], action: ["hr"] },
  "routes/_app.rewards._index": { path: "/rewards", loader: READERS, action: READERS.filter((role) => role !== "auditor") },
  "routes/_app.rewards.export": { path: "/rewards/export", loader: ["hr", "leader", "auditor"] },
  "routes/_app.pulses._index": { path: "/pulses", loader: EVERYONE, action: PULSE_ANSWERERS },
  "routes/_app.pulses.new": { path: "/pulses/new", loader: ["hr"], action: ["hr"] },
  "routes/_app.pulses.$id._index": { path: `/pulses/${NOBODY_ID}`, loader: ["hr", "leader", "auditor"], action: ["hr"] },
  "routes/_app.pulses.$id_.results": { path: `/pulses/${NOBODY_ID}/results`, loader: EVERYONE, action: ANSWERERS },
  "routes/_app.pulses.$id_.preview": { path: `/pulses/${NOBODY_ID}/preview`, loader: EVERYONE },
  "routes/_app.pulses.$id_.export": { path: `/pulses/${NOBODY_ID}/export`, loader: ["hr", "leader", "auditor"] },
  "routes/_app.pulse.$id": { path: `/pulse/${NOBODY_ID}`, loader: PULSE_ANSWERERS, action: PULSE_ANSWERERS },
  "routes/api.v1.pulses._index": { path: "/api/v1/pulses", api: { GET: EVERYONE, POST: ["hr"] } },
  "routes/api.v1.pulses.$id._index": { path: `/api/v1/pulses/${NOBODY_ID}`, api: { GET: EVERYONE } },
  "routes/api.v1.pulses.$id.results": { path: `/api/v1/pulses/${NOBODY_ID}/results`, api: { GET: EVERYONE } },
  "routes/api.v1.pulses.about": { path: "/api/v1/pulses/about", api: { POST: ["hr"] } },
  "routes/api.v1.pulses.questions": { path: "/api/v1/pulses/questions", api: { POST: ["hr"] } },
  "routes/api.v1.pulses.threshold": { path: "/api/v1/pulses/threshold", api: { GET: EVERYONE, PUT: ["admin"] } },
  "routes/api.v1.pulses.$id.launch": { path: `/api/v1/pulses/${NOBODY_ID}/launch`, api: { POST: ["hr"] } },
  "routes/api.v1.pulses.$id.extend": { path: `/api/v1/pulses/${NOBODY_ID}/extend`, api: { POST: ["hr"] } },
  "routes/api.v1.pulses.$id.close": { path: `/api/v1/pulses/${NOBODY_ID}/close`, api: { POST: ["hr"] } },
  "routes/api.v1.pulses.$id.answers": { path: `/api/v1/pulses/${NOBODY_ID}/answers`, api: { POST: PULSE_ANSWERERS } },
  "routes/_app.kpis.slogans": { path: "/kpis/slogans", loader: ["manager", "hr", "leader", "auditor"], action: ["hr"] },
  "routes/_app.kpis.library": { path: "/kpis/library", loader: READERS, action: ["hr"] },
  "routes/_app.recognition._index": { path: "/recognition", loader: READERS },
  "routes/_app.recognition.new": { path: "/recognition/new", loader: [...DECIDERS, "hr"], action: [...DECIDERS, "hr"] },
  "routes/_app.recognition.$id": { path: `/recognition/${NOBODY_ID}`, loader: READERS, action: [...DECIDERS, "hr"] },
  "routes/_app.recognition.print": { path: "/recognition/print", loader: READERS },
  "routes/_app.recognition.export": { path: "/recognition/export", loader: ["hr", "leader", "auditor"] },
  "routes/_app.recognition.team": { path: "/recognition/team", loader: ["supervisor", "manager", "hr", "leader"] },
  "routes/_app.recognition.fairness": {
    path: "/recognition/fairness",
    loader: ["hr"],
    action: ["hr"],
    foreign: [{ as: "hr", path: () => "/recognition/fairness", method: "POST", form: { intent: "nudge", personId: NOBODY_ID, evidence: `decision:${NOBODY_ID}` }, status: 404 }],
  },
  "routes/_app.recognition.reports": {
    path: "/recognition/reports",
    loader: ["hr"],
    action: ["hr"],
    foreign: [{ as: "hr", path: () => "/recognition/reports", method: "POST", form: { intent: "kept", report: NOBODY_ID, answer: "x" }, status: 404 }],
  },
  ...storiesMatrix(NOBODY_ID),
  "routes/_app.tokens._index": {
    path: "/tokens",
    loader: ["admin", "auditor"],
    action: ["admin"],
    foreign: [{ as: "admin", path: () => "/tokens?index", method: "POST", form: { intent: "revoke", id: NOBODY_ID }, status: 404 }],
  },
  "routes/_app.tokens.new": { path: "/tokens/new", loader: ["admin"], action: ["admin"] },
  "routes/_app.customers._index": { path: "/customers", loader: READERS, action: READERS },
  "routes/_app.customers.import": { path: "/customers/import", loader: ["hr"], action: ["hr"] },
  "routes/_app.customers.export": { path: "/customers/export", loader: ["hr"] },
  "routes/_app.customers.$ref._index": { path: "/customers/C-1001", loader: READERS, action: DECIDERS },
  "routes/_app.customers.$ref.phone": { path: "/customers/C-1001/phone", loader: DECIDERS, action: DECIDERS },
  "routes/_app.customers.$ref.erase": { path: "/customers/NO-SUCH-ONE/erase", loader: ["hr"], action: ["hr"] },
  "routes/s.$token": { path: "/s/no-such-link", loader: "public", action: "public" },
  "routes/_app.listening._index": { path: "/listening", loader: READERS },
  "routes/_app.listening.$id": {
    path: `/listening/${NOBODY_ID}`,
    loader: READERS,
    action: ["supervisor", "manager", "hr", "leader"],
    foreign: [{ as: "supervisor", path: () => `/listening/${NOBODY_ID}`, method: "POST", form: { intent: "read" }, status: 404 }],
  },
  "routes/_app.listening.new": { path: "/listening/new", loader: [...DECIDERS, "hr"], action: [...DECIDERS, "hr"] },
  "routes/_app.listening.import": { path: "/listening/import", loader: ["hr"], action: ["hr"] },
  "routes/_app.listening.export": { path: "/listening/export", loader: READERS },
  "routes/_app.listening.surveys._index": { path: "/listening/surveys", loader: SURVEY_READERS, action: ["hr"] },
  "routes/_app.listening.surveys.$touchpoint._index": { path: "/listening/surveys/nowhere", loader: SURVEY_READERS, action: ["hr"] },
  "routes/_app.listening.surveys.$touchpoint.poster": { path: "/listening/surveys/nowhere/poster", loader: SURVEY_READERS },
  "routes/_app.decisions.$id_.ask": { path: `/decisions/${NOBODY_ID}/ask`, loader: DECIDERS, action: DECIDERS },
  "routes/_app.start": { path: "/start", loader: ["hr", "leader", "admin"], action: ["hr", "leader", "admin"] },
  "routes/_app.improvements._index": { path: "/improvements", loader: READERS },
  "routes/_app.improvements.new": { path: "/improvements/new", loader: REPORTERS, action: REPORTERS },
  "routes/_app.improvements.export": { path: "/improvements/export", loader: READERS },
  "routes/_app.improvements.$id._index": {
    path: `/improvements/${NOBODY_ID}`,
    loader: READERS,
    action: REPORTERS,
    foreign: [{ as: "manager", path: () => `/improvements/${NOBODY_ID}?index`, method: "POST", form: { intent: "decide", choice: "adopt", note: "x" }, status: 404 }],
  },
  "routes/_app.improvements.$id_.plan": { path: `/improvements/${NOBODY_ID}/plan`, loader: ANSWERERS, action: ANSWERERS },
  "routes/_app.improvements.$id_.arrange": { path: `/improvements/${NOBODY_ID}/arrange`, loader: ["hr"], action: ["hr"] },
  "routes/_app.procedures._index": { path: "/procedures", loader: READERS },
  "routes/_app.procedures.import": { path: "/procedures/import", loader: ["hr"], action: ["hr"] },
  "routes/_app.procedures.export": { path: "/procedures/export", loader: READERS },
  "routes/_app.procedures.$id._index": { path: `/procedures/${NOBODY_ID}`, loader: READERS, action: ANSWERERS },
  "routes/_app.procedures.$id_.edit": { path: "/procedures/new/edit", loader: ["hr"], action: ["hr"] },
  "routes/_app.kpis._index": { path: "/kpis", loader: READERS },
  "routes/_app.kpis.new": { path: "/kpis/new", loader: ["hr"], action: ["hr"] },
  "routes/_app.kpis.wall": { path: "/kpis/wall", loader: READERS },
  "routes/_app.kpis.tree": { path: "/kpis/tree", loader: READERS },
  "routes/_app.kpis.import": { path: "/kpis/import", loader: ["manager", "hr"], action: ["manager", "hr"] },
  "routes/_app.kpis.export": { path: "/kpis/export", loader: READERS },
  "routes/_app.kpis.$code._index": { path: "/kpis/NONE", loader: READERS, action: ["hr"] },
  "routes/_app.kpis.$code_.design": { path: "/kpis/NONE/design", loader: ["hr"], action: ["hr"] },
  "routes/_app.kpis.$code_.feed": { path: "/kpis/NONE/feed", loader: ["manager", "hr"], action: ["manager", "hr"] },
  "routes/_app.kpis.$code_.export": { path: "/kpis/NONE/export", loader: READERS },
  "routes/_app.promises": { path: "/promises", loader: DECIDERS, action: DECIDERS },

  "routes/api.v1.decisions._index": { path: "/api/v1/decisions", api: { GET: READERS, POST: DECIDERS } },
  "routes/api.v1.decisions.check": { path: "/api/v1/decisions/check", api: { POST: [...DECIDERS, "auditor"] } },
  "routes/api.v1.decisions.$id._index": { path: `/api/v1/decisions/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.decisions.$id.cancel": { path: `/api/v1/decisions/${NOBODY_ID}/cancel`, api: { POST: DECIDERS } },
  "routes/api.v1.decisions.$id.given": { path: `/api/v1/decisions/${NOBODY_ID}/given`, api: { POST: DECIDERS } },
  "routes/api.v1.decisions.$id.result": { path: `/api/v1/decisions/${NOBODY_ID}/result`, api: { POST: DECIDERS } },
  "routes/api.v1.approvals._index": { path: "/api/v1/approvals", api: { GET: READERS } },
  "routes/api.v1.approvals.$id.approve": { path: `/api/v1/approvals/${NOBODY_ID}/approve`, api: { POST: DECIDERS } },
  "routes/api.v1.approvals.$id.decline": { path: `/api/v1/approvals/${NOBODY_ID}/decline`, api: { POST: DECIDERS } },
  "routes/api.v1.approvals.$id.return": { path: `/api/v1/approvals/${NOBODY_ID}/return`, api: { POST: DECIDERS } },
  "routes/api.v1.authority": { path: "/api/v1/authority", api: { GET: READERS } },
  "routes/api.v1.decisions.$id.overturn": { path: `/api/v1/decisions/${NOBODY_ID}/overturn`, api: { POST: ["supervisor", "manager", "leader"] } },
  "routes/api.v1.policies.$version.simulate": { path: "/api/v1/policies/1/simulate", api: { POST: ["hr", "leader", "auditor"] } },
  "routes/api.v1.policies.proposals._index": { path: "/api/v1/policies/proposals", api: { GET: ["hr", "leader", "auditor"] } },
  "routes/api.v1.policies.proposals.$id.accept": { path: `/api/v1/policies/proposals/${NOBODY_ID}/accept`, api: { POST: ["hr"] } },
  "routes/api.v1.policies.proposals.$id.reject": { path: `/api/v1/policies/proposals/${NOBODY_ID}/reject`, api: { POST: ["hr"] } },
  "routes/api.v1.policies.proposals.$id.confirm": { path: `/api/v1/policies/proposals/${NOBODY_ID}/confirm`, api: { POST: ["hr", "leader"] } },
  "routes/api.v1.authority_.life": { path: "/api/v1/authority/life?part=gaps", api: { GET: INSIGHT_READERS } },
  "routes/api.v1.policies.rules.$code._index": { path: "/api/v1/policies/rules/REFUND-STORE", api: { GET: EVERYONE } },
  "routes/api.v1.policies.rules.$code.reviews": { path: "/api/v1/policies/rules/REFUND-STORE/reviews", api: { POST: ["hr", "leader"] } },
  "routes/api.v1.policies._index": { path: "/api/v1/policies", api: { GET: EVERYONE, POST: ["hr"] } },
  "routes/api.v1.policies.active": { path: "/api/v1/policies/active", api: { GET: EVERYONE } },
  "routes/api.v1.policies.$version._index": { path: "/api/v1/policies/1", api: { GET: EVERYONE, PUT: ["hr"] } },
  "routes/api.v1.policies.$a.diff.$b": { path: "/api/v1/policies/1/diff/1", api: { GET: ["hr", "leader", "auditor"] } },
  "routes/api.v1.policies.$version.lint": { path: "/api/v1/policies/1/lint", api: { POST: ["hr", "leader", "auditor"] } },
  "routes/api.v1.policies.$version.submit": { path: "/api/v1/policies/1/submit", api: { POST: ["hr"] } },
  "routes/api.v1.policies.$version.publish": { path: "/api/v1/policies/1/publish", api: { POST: ["hr", "leader"] } },
  "routes/api.v1.policies.$version.comments": {
    path: "/api/v1/policies/1/comments",
    api: { GET: EVERYONE, POST: [...DECIDERS, "hr"] },
    foreign: [{ as: "frontline", path: () => "/api/v1/policies/99/comments", status: 404 }],
  },
  "routes/api.v1.policies.$version.response": {
    path: "/api/v1/policies/1/response",
    api: { GET: EVERYONE, POST: [...DECIDERS, "hr"] },
    foreign: [{ as: "frontline", path: () => "/api/v1/policies/99/response", method: "POST", json: { response: "understood" }, status: 404 }],
  },
  "routes/api.v1.policies.$version.return": { path: "/api/v1/policies/1/return", api: { POST: ["hr", "leader"] } },
  "routes/api.v1.kpis._index": { path: "/api/v1/kpis", api: { GET: READERS } },
  "routes/api.v1.kpis.$code._index": { path: "/api/v1/kpis/NONE", api: { GET: READERS } },
  "routes/api.v1.kpis.$code.observations": { path: "/api/v1/kpis/NONE/observations", api: { GET: READERS, POST: ["manager", "hr"] } },
  "routes/api.v1.kpis.findings._index": { path: "/api/v1/kpis/findings", api: { GET: ["manager", "hr", "leader", "auditor"] } },
  "routes/api.v1.kpis.findings.let-stand": { path: "/api/v1/kpis/findings/let-stand", api: { POST: ["hr"] } },
  "routes/api.v1.scorecards._index": { path: "/api/v1/scorecards", api: { GET: READERS } },
  "routes/api.v1.scorecards.$id._index": { path: `/api/v1/scorecards/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.scorecards.$id.appeals": { path: `/api/v1/scorecards/${NOBODY_ID}/appeals`, api: { POST: REPORTERS } },
  "routes/api.v1.rewards._index": { path: "/api/v1/rewards", api: { GET: READERS, POST: ANSWERERS } },
  "routes/api.v1.rewards.$id.decision": { path: `/api/v1/rewards/${NOBODY_ID}/decision`, api: { POST: ["hr", "leader"] } },
  "routes/api.v1.improvements._index": { path: "/api/v1/improvements", api: { GET: READERS, POST: REPORTERS } },
  "routes/api.v1.improvements.$id._index": { path: `/api/v1/improvements/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.improvements.$id.answer": { path: `/api/v1/improvements/${NOBODY_ID}/answer`, api: { POST: ANSWERERS } },
  "routes/api.v1.improvements.$id.plan": { path: `/api/v1/improvements/${NOBODY_ID}/plan`, api: { POST: ANSWERERS } },
  "routes/api.v1.improvements.$id.trial": { path: `/api/v1/improvements/${NOBODY_ID}/trial`, api: { POST: ANSWERERS } },
  "routes/api.v1.improvements.$id.figures": { path: `/api/v1/improvements/${NOBODY_ID}/figures`, api: { POST: ANSWERERS } },
  "routes/api.v1.improvements.$id.adopt": { path: `/api/v1/improvements/${NOBODY_ID}/adopt`, api: { POST: ANSWERERS } },
  "routes/api.v1.improvements.$id.revert": { path: `/api/v1/improvements/${NOBODY_ID}/revert`, api: { POST: ANSWERERS } },
  "routes/api.v1.improvements.$id.verify": { path: `/api/v1/improvements/${NOBODY_ID}/verify`, api: { POST: ANSWERERS } },
  "routes/api.v1.improvements.$id.confirm": { path: `/api/v1/improvements/${NOBODY_ID}/confirm`, api: { POST: REPORTERS } },
  "routes/api.v1.audit._index": { path: "/api/v1/audit", api: { GET: ["hr", "leader", "auditor"] } },
  "routes/api.v1.audit.verify": { path: "/api/v1/audit/verify", api: { GET: ["hr", "leader", "auditor"] } },
  "routes/api.v1.thread": { path: `/api/v1/thread?kind=decision&id=${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.customers.lookup": { path: "/api/v1/customers/lookup", api: { POST: READERS } },
  "routes/api.v1.customers.$ref._index": { path: "/api/v1/customers/C-1001", api: { GET: READERS } },
  "routes/api.v1.customers.$ref.timeline": { path: "/api/v1/customers/C-1001/timeline", api: { GET: READERS } },
  "routes/api.v1.customers.$ref.signal": { path: "/api/v1/customers/C-1001/signal", api: { GET: READERS } },
  "routes/api.v1.customers.$ref.notes": { path: "/api/v1/customers/C-1001/notes", api: { POST: DECIDERS } },
  "routes/api.v1.customers.$ref.promises": { path: "/api/v1/customers/C-1001/promises", api: { POST: DECIDERS } },
  "routes/api.v1.promises.$id.kept": { path: `/api/v1/promises/${NOBODY_ID}/kept`, api: { POST: DECIDERS } },
  "routes/api.v1.promises.$id.broken": { path: `/api/v1/promises/${NOBODY_ID}/broken`, api: { POST: DECIDERS } },
  "routes/api.v1.recognitions._index": { path: "/api/v1/recognitions", api: { GET: READERS, POST: [...DECIDERS, "hr"] } },
  "routes/api.v1.recognitions.$id._index": { path: `/api/v1/recognitions/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.recognitions.$id.add-on": { path: `/api/v1/recognitions/${NOBODY_ID}/add-on`, api: { POST: [...DECIDERS, "hr"] } },
  "routes/api.v1.recognitions.$id.comments": { path: `/api/v1/recognitions/${NOBODY_ID}/comments`, api: { POST: [...DECIDERS, "hr"] } },
  "routes/api.v1.recognitions.$id.report": { path: `/api/v1/recognitions/${NOBODY_ID}/report`, api: { POST: [...DECIDERS, "hr"] } },
  "routes/api.v1.values": { path: "/api/v1/values", api: { GET: EVERYONE } },
  "routes/api.v1.feedback._index": { path: "/api/v1/feedback", api: { GET: READERS, POST: [...DECIDERS, "hr"] } },
  "routes/api.v1.feedback.$id": { path: `/api/v1/feedback/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.feedback.figures": { path: "/api/v1/feedback/figures", api: { GET: READERS } },
  "routes/api.v1.surveys._index": { path: "/api/v1/surveys", api: { GET: SURVEY_READERS, POST: ["hr"] } },
  "routes/api.v1.surveys.$touchpoint": { path: "/api/v1/surveys/nowhere", api: { GET: SURVEY_READERS, PUT: ["hr"] } },
  "routes/api.v1.decisions.$id.question": { path: `/api/v1/decisions/${NOBODY_ID}/question`, api: { POST: DECIDERS } },
  "routes/api.v1.procedures._index": { path: "/api/v1/procedures", api: { GET: READERS, POST: ["hr"] } },
  "routes/api.v1.procedures.$id._index": { path: `/api/v1/procedures/${NOBODY_ID}`, api: { GET: READERS, PUT: ["hr"] } },
  "routes/api.v1.procedures.$id.review": { path: `/api/v1/procedures/${NOBODY_ID}/review`, api: { POST: ANSWERERS } },
  "routes/api.v1.people._index": { path: "/api/v1/people", api: { GET: PEOPLE_READERS, POST: ["hr", "admin"] } },
  "routes/api.v1.people.$id": {
    path: ({ people }) => `/api/v1/people/${people.frontline.id}`,
    api: { GET: PEOPLE_READERS, PATCH: ["hr", "admin"] },
    foreign: [
      { as: "manager2", path: ({ people }) => `/api/v1/people/${people.frontline.id}`, status: 404 },
      { as: "manager", path: ({ people }) => `/api/v1/people/${people.frontline3.id}`, status: 404 },
      { as: "hr", path: ({ people }) => `/api/v1/people/${people.hr.id}`, method: "PATCH", json: { roles: ["admin"] }, status: 403 },
    ],
  },
};
