import { EVERYONE, NOBODY_ID, READERS } from "./matrix-row.ts";

const LEADING = ["supervisor", "manager", "hr", "leader"] as const;
const CONFIRMERS = ["frontline", "supervisor", "manager", "hr", "leader"] as const;

type Key = "supervisor" | "supervisor2" | "manager" | "manager2" | "leader" | "leader2" | "hr" | "auditor" | "frontline" | "frontline3";
type People = { readonly people: Readonly<Record<Key, { readonly id: string }>> };
const supervisors = ({ people }: People) => `/leading/${people.supervisor.id}`;
const overApi = (company: People) => `/api/v1${supervisors(company)}`;
/** A leader's page: for oneself, those above, HR, internal audit and (what was promised) those below; 404 for everybody else. */
const RELATIONS: readonly (readonly [Key, number])[] = [["supervisor", 200], ["manager", 200], ["leader", 200], ["hr", 200], ["auditor", 200], ["frontline", 200], ["supervisor2", 404], ["manager2", 404], ["leader2", 404], ["frontline3", 404]];

/** Those who lead, but not the supervisor: what the next level writes is not theirs to write, the supervisor's own neither. */
const ABOVE_ONLY: readonly Key[] = ["supervisor", "supervisor2", "manager2", "hr"];

/** Who may open which route of leading by example: written by hand, never derived from the code it judges. */
export const leadingMatrix = {
  "routes/_app.leading._index": { path: "/leading", loader: READERS, action: LEADING },
  "routes/_app.leading.$id": { path: `/leading/${NOBODY_ID}`, loader: READERS, action: LEADING, foreign: RELATIONS.map(([as, status]) => ({ as, path: supervisors, status })) },
  "routes/_app.leading.line": { path: "/leading/line", loader: READERS },
  "routes/_app.leading.commitments": { path: "/leading/commitments", loader: LEADING, action: LEADING },
  "routes/_app.leading.hours": { path: "/leading/hours", loader: READERS, action: CONFIRMERS },
  "routes/_app.leading.cycles._index": { path: "/leading/cycles", loader: ["hr", "auditor"], action: ["hr"] },
  "routes/_app.leading.cycles.$id": { path: `/leading/cycles/${NOBODY_ID}`, loader: ["hr", "auditor"] },
  "routes/_app.leading.reviews.$id": { path: `/leading/reviews/${NOBODY_ID}`, loader: READERS },
  "routes/_app.leading.decisions._index": { path: "/leading/decisions", loader: READERS, action: LEADING },
  "routes/_app.leading.decisions.$id": { path: `/leading/decisions/${NOBODY_ID}`, loader: READERS, action: LEADING },
  "routes/_app.leading.export": { path: "/leading/export", loader: READERS },
  "routes/_app.who-we-are": { path: "/who-we-are", loader: EVERYONE },
  "routes/_app.who-we-are_.edit": { path: "/who-we-are/edit", loader: ["hr", "leader"], action: ["hr", "leader"] },
  "routes/api.v1.leading.$person._index": { path: "/api/v1/leading/nobody", api: { GET: READERS }, foreign: RELATIONS.map(([as, status]) => ({ as, path: overApi, status })) },
  "routes/api.v1.leading.reviews._index": { path: "/api/v1/leading/reviews", api: { GET: READERS } },
  "routes/api.v1.leading.reviews.$id": { path: `/api/v1/leading/reviews/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.leading.decisions._index": { path: "/api/v1/leading/decisions", api: { GET: READERS, POST: LEADING } },
  "routes/api.v1.leading.decisions.$id._index": { path: `/api/v1/leading/decisions/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.leading.hours._index": { path: "/api/v1/leading/hours", api: { POST: LEADING } },
  "routes/api.v1.leading.hours.$id.confirm": { path: `/api/v1/leading/hours/${NOBODY_ID}/confirm`, api: { POST: CONFIRMERS } },
  "routes/api.v1.leading.hours.$id.withdraw": { path: `/api/v1/leading/hours/${NOBODY_ID}/withdraw`, api: { POST: LEADING } },
  "routes/api.v1.who-we-are": { path: "/api/v1/who-we-are", api: { GET: EVERYONE, PUT: ["hr", "leader"] } },
  "routes/api.v1.leading.line": { path: "/api/v1/leading/line", api: { GET: READERS } },
  "routes/api.v1.leading.commitments._index": { path: "/api/v1/leading/commitments", api: { PUT: LEADING } },
  "routes/api.v1.leading.commitments.$id.reason": { path: `/api/v1/leading/commitments/${NOBODY_ID}/reason`, api: { PUT: LEADING } },
  "routes/api.v1.leading.months.$month": { path: "/api/v1/leading/months/2026-10", api: { PUT: LEADING } },
  "routes/api.v1.leading.$person.answer": { path: "/api/v1/leading/nobody/answer", api: { POST: LEADING }, foreign: ABOVE_ONLY.map((as) => ({ as, path: (company: People) => `${overApi(company)}/answer`, method: "POST" as const, json: { month: "2026-10", answer: "x" }, status: 404 })) },
  "routes/api.v1.leading.$person.agree": { path: "/api/v1/leading/nobody/agree", api: { POST: LEADING }, foreign: ABOVE_ONLY.map((as) => ({ as, path: (company: People) => `${overApi(company)}/agree`, method: "POST" as const, json: {}, status: 404 })) },
  "routes/api.v1.leading.decisions.$id.look-again": { path: `/api/v1/leading/decisions/${NOBODY_ID}/look-again`, api: { POST: LEADING } },
  "routes/api.v1.leading.cycles._index": { path: "/api/v1/leading/cycles", api: { GET: READERS, POST: ["hr"] } },
  "routes/api.v1.leading.cycles.$id._index": { path: `/api/v1/leading/cycles/${NOBODY_ID}`, api: { GET: ["hr", "auditor"] } },
  "routes/api.v1.leading.cycles.$id.close": { path: `/api/v1/leading/cycles/${NOBODY_ID}/close`, api: { POST: ["hr"] } },
} as const;
