import { EVERYONE, NOBODY_ID, type Row } from "./matrix-row.ts";

/** Those who take courses: everybody but internal audit, which changes nothing. */
const LEARNERS = ["frontline", "supervisor", "manager", "hr", "leader", "admin"] as const;
/** Those who observe colleagues. */
const OBSERVERS = ["frontline", "supervisor", "manager", "hr", "leader"] as const;
const EXPORTERS = ["manager", "hr", "leader", "auditor"] as const;

/** Learning, on the learner's side. */
export const learningRows: Readonly<Record<string, Row>> = {
  "routes/_app.learn._index": { path: "/learn", loader: EVERYONE },
  "routes/_app.learn.$course._index": { path: "/learn/NONE", loader: EVERYONE, action: LEARNERS },
  "routes/_app.learn.$course.$lesson": { path: "/learn/NONE/NONE", loader: EVERYONE, action: LEARNERS },
  "routes/_app.learn.review": { path: "/learn/review", loader: LEARNERS, action: LEARNERS },
  "routes/_app.learn.practice._index": { path: "/learn/practice", loader: OBSERVERS },
  "routes/_app.learn.practice.$id": { path: `/learn/practice/${NOBODY_ID}`, loader: EVERYONE, action: OBSERVERS },
  "routes/_app.learn.certificates.$id": { path: `/learn/certificates/${NOBODY_ID}`, loader: EVERYONE, action: ["hr"] },
  "routes/_app.learn.export": { path: "/learn/export", loader: EXPORTERS },
  "routes/badges.$token._index": { path: "/badges/unknown", loader: "public" },
  "routes/badges.$token.credential": { path: "/badges/unknown/credential", loader: "public" },
  "routes/badges.$token.status": { path: "/badges/unknown/status", loader: "public" },
  "routes/badges.issuer": { path: "/badges/issuer", loader: "public" },
  "routes/badges.keys._index": { path: "/badges/keys", loader: "public" },
  "routes/badges.keys.$id": { path: "/badges/keys/unknown", loader: "public" },
  "routes/api.v1.courses._index": { path: "/api/v1/courses", api: { GET: EVERYONE } },
  "routes/api.v1.courses.$code._index": { path: "/api/v1/courses/NONE", api: { GET: EVERYONE } },
  "routes/api.v1.courses.$code.attempts": { path: "/api/v1/courses/NONE/attempts", api: { POST: LEARNERS } },
  "routes/api.v1.me.learning": { path: "/api/v1/me/learning", api: { GET: EVERYONE } },
  "routes/api.v1.attempts.$id.answers": { path: `/api/v1/attempts/${NOBODY_ID}/answers`, api: { POST: LEARNERS } },
  "routes/api.v1.practice-reports._index": { path: "/api/v1/practice-reports", api: { POST: LEARNERS } },
  "routes/api.v1.practice-reports.$id.sign-off": { path: `/api/v1/practice-reports/${NOBODY_ID}/sign-off`, api: { POST: OBSERVERS } },
  "routes/api.v1.certificates._index": { path: "/api/v1/certificates", api: { GET: EVERYONE } },
  "routes/api.v1.certificates.$id.badge": { path: `/api/v1/certificates/${NOBODY_ID}/badge`, api: { GET: EVERYONE } },
  "routes/api.v1.learning.statements": { path: "/api/v1/learning/statements", api: { GET: ["hr", "auditor"] } },
};
