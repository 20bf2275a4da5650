import type { Row } from "./matrix.ts";

const DECIDERS = ["frontline", "supervisor", "manager", "leader"] as const;
const TELLERS = [...DECIDERS, "hr"] as const;
const READERS = [...TELLERS, "auditor"] as const;
const HR = ["hr"] as const;

/** Stories, the line-up card, circles, and care: who may open which route. Internal audit sees nothing of care. */
export const storiesMatrix = (nobody: string): Readonly<Record<string, Row>> => ({
  "routes/_app.stories._index": { path: "/stories", loader: READERS },
  "routes/_app.stories.new": { path: "/stories/new", loader: TELLERS, action: TELLERS },
  "routes/_app.stories.$id._index": { path: `/stories/${nobody}`, loader: READERS, action: TELLERS },
  "routes/_app.stories.$id_.edit": { path: `/stories/${nobody}/edit`, loader: TELLERS, action: TELLERS },
  "routes/_app.stories.reports": {
    path: "/stories/reports",
    loader: HR,
    action: HR,
    foreign: [{ as: "hr", path: () => "/stories/reports", method: "POST", form: { intent: "kept", report: nobody, answer: "x" }, status: 404 }],
  },
  "routes/_app.stories.export": { path: "/stories/export", loader: ["hr", "leader", "auditor"] },
  "routes/_app.line-up._index": {
    path: "/line-up",
    loader: READERS,
    action: ["supervisor", "manager", "hr", "leader"],
    foreign: [{ as: "supervisor", path: () => "/line-up", method: "POST", form: { card: nobody, day: "2026-01-05", present: nobody }, status: 404 }],
  },
  "routes/_app.line-up.print": { path: "/line-up/print", loader: READERS },
  "routes/_app.line-up.design": { path: "/line-up/design", loader: HR, action: HR },
  "routes/_app.circles._index": { path: "/circles", loader: READERS },
  "routes/_app.circles.new": { path: "/circles/new", loader: TELLERS, action: TELLERS },
  "routes/_app.circles.$id._index": {
    path: `/circles/${nobody}`,
    loader: READERS,
    action: TELLERS,
    foreign: [{ as: "frontline", path: () => `/circles/${nobody}`, method: "POST", form: { intent: "join" }, status: 404 }],
  },
  "routes/_app.circles.$id_.edit": { path: `/circles/${nobody}/edit`, loader: TELLERS, action: TELLERS },
  "routes/_app.circles.$id_.calendar": { path: `/circles/${nobody}/calendar`, loader: READERS },
  "routes/_app.care._index": {
    path: "/care",
    loader: DECIDERS,
    action: DECIDERS,
    foreign: (["frontline", "supervisor", "manager"] as const).map((as) => ({ as, path: () => "/care", method: "POST" as const, form: { intent: "check-in", case: nobody, how: "talk" }, status: as === "frontline" ? 403 : 404 })),
  },
  "routes/_app.care.policy": { path: "/care/policy", loader: HR, action: HR },
  "routes/api.v1.stories._index": { path: "/api/v1/stories", api: { GET: READERS, POST: TELLERS } },
  "routes/api.v1.stories.$id._index": { path: `/api/v1/stories/${nobody}`, api: { GET: READERS } },
  "routes/api.v1.stories.$id.responses": { path: `/api/v1/stories/${nobody}/responses`, api: { POST: TELLERS } },
  "routes/api.v1.line-up._index": { path: "/api/v1/line-up", api: { GET: READERS } },
  "routes/api.v1.line-up.$week._index": { path: "/api/v1/line-up/2026-01-05", api: { PUT: HR } },
  "routes/api.v1.line-up.$week.publish": { path: "/api/v1/line-up/2026-01-05/publish", api: { POST: HR } },
  "routes/api.v1.line-up.$week.discussed": { path: "/api/v1/line-up/2026-01-05/discussed", api: { POST: ["supervisor", "manager", "hr", "leader"] } },
  "routes/api.v1.circles._index": { path: "/api/v1/circles", api: { GET: READERS, POST: TELLERS } },
  "routes/api.v1.circles.$id._index": { path: `/api/v1/circles/${nobody}`, api: { GET: READERS, PUT: TELLERS } },
  "routes/api.v1.circles.$id.calendar": { path: `/api/v1/circles/${nobody}/calendar`, api: { GET: READERS } },
  "routes/api.v1.circles.$id.join": { path: `/api/v1/circles/${nobody}/join`, api: { POST: TELLERS } },
  ...Object.fromEntries((["leave", "cancel", "attendance", "learnt"] as const).map((act) => [`routes/api.v1.circles.$id.${act}`, { path: `/api/v1/circles/${nobody}/${act}`, api: { POST: TELLERS } }])),
  "routes/api.v1.care._index": { path: "/api/v1/care", api: { GET: DECIDERS, POST: DECIDERS } },
  "routes/api.v1.care.$id.checked-in": { path: `/api/v1/care/${nobody}/checked-in`, api: { POST: ["supervisor", "manager", "leader"] } },
  "routes/api.v1.care.$id.close": { path: `/api/v1/care/${nobody}/close`, api: { POST: DECIDERS } },
});
