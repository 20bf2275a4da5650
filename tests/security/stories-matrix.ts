import { DECIDERS, NOBODY_ID, READERS, type Row } from "./matrix-row.ts";

const TELLERS = [...DECIDERS, "hr"] as const;
const HR = ["hr"] as const;

/** Stories, the line-up card, circles, and care: who may open which route. Internal audit sees nothing of care. */
export const storiesMatrix: Readonly<Record<string, Row>> = {
  "routes/_app.stories._index": { path: "/stories", loader: READERS },
  "routes/_app.stories.new": { path: "/stories/new", loader: TELLERS, action: TELLERS },
  "routes/_app.stories.$id._index": { path: `/stories/${NOBODY_ID}`, loader: READERS, action: TELLERS },
  "routes/_app.stories.$id_.edit": { path: `/stories/${NOBODY_ID}/edit`, loader: TELLERS, action: TELLERS },
  "routes/_app.stories.reports": {
    path: "/stories/reports",
    loader: HR,
    action: HR,
    foreign: [{ as: "hr", path: () => "/stories/reports", method: "POST", form: { intent: "kept", report: NOBODY_ID, answer: "x" }, status: 404 }],
  },
  "routes/_app.stories.export": { path: "/stories/export", loader: ["hr", "leader", "auditor"] },
  "routes/_app.line-up._index": {
    path: "/line-up",
    loader: READERS,
    action: ["supervisor", "manager", "hr", "leader"],
    foreign: [{ as: "supervisor", path: () => "/line-up", method: "POST", form: { card: NOBODY_ID, day: "2026-01-05", present: NOBODY_ID }, status: 404 }],
  },
  "routes/_app.line-up.print": { path: "/line-up/print", loader: READERS },
  "routes/_app.line-up.design": { path: "/line-up/design", loader: HR, action: HR },
  "routes/_app.circles._index": { path: "/circles", loader: READERS },
  "routes/_app.circles.new": { path: "/circles/new", loader: TELLERS, action: TELLERS },
  "routes/_app.circles.$id._index": {
    path: `/circles/${NOBODY_ID}`,
    loader: READERS,
    action: TELLERS,
    foreign: [{ as: "frontline", path: () => `/circles/${NOBODY_ID}`, method: "POST", form: { intent: "join" }, status: 404 }],
  },
  "routes/_app.circles.$id_.edit": { path: `/circles/${NOBODY_ID}/edit`, loader: TELLERS, action: TELLERS },
  "routes/_app.circles.$id_.calendar": { path: `/circles/${NOBODY_ID}/calendar`, loader: READERS },
  "routes/_app.care._index": {
    path: "/care",
    loader: DECIDERS,
    action: DECIDERS,
    foreign: (["frontline", "supervisor", "manager"] as const).map((as) => ({ as, path: () => "/care", method: "POST" as const, form: { intent: "check-in", case: NOBODY_ID, how: "talk" }, status: as === "frontline" ? 403 : 404 })),
  },
  "routes/_app.care.policy": { path: "/care/policy", loader: HR, action: HR },
  "routes/api.v1.stories._index": { path: "/api/v1/stories", api: { GET: READERS, POST: TELLERS } },
  "routes/api.v1.stories.$id._index": { path: `/api/v1/stories/${NOBODY_ID}`, api: { GET: READERS } },
  "routes/api.v1.stories.$id.responses": { path: `/api/v1/stories/${NOBODY_ID}/responses`, api: { POST: TELLERS } },
  "routes/api.v1.line-up._index": { path: "/api/v1/line-up", api: { GET: READERS } },
  "routes/api.v1.line-up.$week._index": { path: "/api/v1/line-up/2026-01-05", api: { PUT: HR } },
  "routes/api.v1.line-up.$week.publish": { path: "/api/v1/line-up/2026-01-05/publish", api: { POST: HR } },
  "routes/api.v1.line-up.$week.discussed": { path: "/api/v1/line-up/2026-01-05/discussed", api: { POST: ["supervisor", "manager", "hr", "leader"] } },
  "routes/api.v1.circles._index": { path: "/api/v1/circles", api: { GET: READERS, POST: TELLERS } },
  "routes/api.v1.circles.$id._index": { path: `/api/v1/circles/${NOBODY_ID}`, api: { GET: READERS, PUT: TELLERS } },
  "routes/api.v1.circles.$id.calendar": { path: `/api/v1/circles/${NOBODY_ID}/calendar`, api: { GET: READERS } },
  "routes/api.v1.circles.$id.join": { path: `/api/v1/circles/${NOBODY_ID}/join`, api: { POST: TELLERS } },
  ...Object.fromEntries((["leave", "cancel", "attendance", "learnt"] as const).map((act) => [`routes/api.v1.circles.$id.${act}`, { path: `/api/v1/circles/${NOBODY_ID}/${act}`, api: { POST: TELLERS } }])),
  "routes/api.v1.care._index": { path: "/api/v1/care", api: { GET: DECIDERS, POST: DECIDERS } },
  "routes/api.v1.care.$id.checked-in": { path: `/api/v1/care/${NOBODY_ID}/checked-in`, api: { POST: ["supervisor", "manager", "leader"] } },
  "routes/api.v1.care.$id.close": { path: `/api/v1/care/${NOBODY_ID}/close`, api: { POST: DECIDERS } },
};
