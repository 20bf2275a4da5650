import { EVERYONE, type Row } from "./matrix-row.ts";

/** Those who read drafts and all versions of courses. */
const READERS = ["hr", "leader", "auditor"] as const;
/** Those who see where people they lead stand. */
const LEADERS = ["supervisor", "manager", "hr", "leader", "auditor"] as const;

/** Learning, on HR's side. */
export const courseRows: Readonly<Record<string, Row>> = {
  "routes/_app.courses._index": { path: "/courses", loader: READERS },
  "routes/_app.courses.new": { path: "/courses/new", loader: ["hr"], action: ["hr"] },
  "routes/_app.courses.team": { path: "/courses/team", loader: LEADERS },
  "routes/_app.courses.insights": { path: "/courses/insights", loader: READERS },
  "routes/_app.courses.images.$id": { path: "/courses/images/none", loader: EVERYONE },
  "routes/_app.courses.$code._index": { path: "/courses/NONE", loader: READERS, action: ["hr"] },
  "routes/_app.courses.$code_.document": { path: "/courses/NONE/document", loader: READERS },
  "routes/_app.courses.$code_.edit": { path: "/courses/NONE/edit", loader: ["hr"], action: ["hr"] },
  "routes/_app.courses.$code_.edit_.$lesson": { path: "/courses/NONE/edit/l1", loader: ["hr"], action: ["hr"] },
  "routes/_app.courses.$code_.edit_.$lesson_.$node": { path: "/courses/NONE/edit/l1/t1", loader: ["hr"], action: ["hr"] },
  "routes/_app.courses.$code_.images": { path: "/courses/NONE/images", loader: ["hr"], action: ["hr"] },
  "routes/_app.courses.$code_.preview": { path: "/courses/NONE/preview", loader: READERS },
  "routes/_app.courses.$code_.preview_.$lesson": { path: "/courses/NONE/preview/l1", loader: READERS, action: ["hr"] },
  "routes/_app.courses.$code_.assignments": { path: "/courses/NONE/assignments", loader: LEADERS, action: ["hr"] },
  "routes/_app.courses.$code_.insights": { path: "/courses/NONE/insights", loader: READERS, action: ["hr"] },
  "routes/_app.skills._index": { path: "/skills", loader: READERS },
  "routes/_app.skills.$code": { path: "/skills/NONE", loader: ["hr"], action: ["hr"] },
  "routes/api.v1.courses.$code.draft": { path: "/api/v1/courses/NONE/draft", api: { GET: READERS, PUT: ["hr"] } },
  "routes/api.v1.courses.$code.validate": { path: "/api/v1/courses/NONE/validate", api: { POST: READERS } },
  "routes/api.v1.courses.$code.publish": { path: "/api/v1/courses/NONE/publish", api: { POST: ["hr"] } },
  "routes/api.v1.courses.$code.assignments._index": { path: "/api/v1/courses/NONE/assignments", api: { GET: LEADERS, POST: ["hr"] } },
  "routes/api.v1.courses.$code.assignments.$id.end": { path: "/api/v1/courses/NONE/assignments/none/end", api: { POST: ["hr"] } },
  "routes/api.v1.courses.insights": { path: "/api/v1/courses/insights", api: { GET: READERS } },
  "routes/api.v1.courses.$code.insights": { path: "/api/v1/courses/NONE/insights", api: { GET: READERS } },
  "routes/api.v1.courses.$code.images": { path: "/api/v1/courses/NONE/images", api: { GET: READERS, POST: ["hr"] } },
  "routes/api.v1.courses.$code.retire": { path: "/api/v1/courses/NONE/retire", api: { POST: ["hr"] } },
  "routes/api.v1.courses.$code.retirements._index": { path: "/api/v1/courses/NONE/retirements", api: { GET: READERS } },
  "routes/api.v1.courses.$code.retirements.$id.answer": { path: "/api/v1/courses/NONE/retirements/none/answer", api: { POST: ["hr"] } },
  "routes/api.v1.skills._index": { path: "/api/v1/skills", api: { GET: READERS } },
  "routes/api.v1.skills.$code": { path: "/api/v1/skills/NONE", api: { GET: READERS, PUT: ["hr"] } },
};
