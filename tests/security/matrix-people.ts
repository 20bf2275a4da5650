import { EVERYONE, NOBODY_ID, type Row } from "./matrix-row.ts";

const PEOPLE_READERS = ["manager", "hr", "leader", "admin", "auditor"] as const;

/** People, what they hold, the organisation and its tokens: who may open which route. */
export const peopleRows: Readonly<Record<string, Row>> = {
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
  "routes/_app.tokens._index": {
    path: "/tokens",
    loader: ["admin", "auditor"],
    action: ["admin"],
    foreign: [{ as: "admin", path: () => "/tokens?index", method: "POST", form: { intent: "revoke", id: NOBODY_ID }, status: 404 }],
  },
  "routes/_app.tokens.new": { path: "/tokens/new", loader: ["admin"], action: ["admin"] },
  "routes/api.v1.values": { path: "/api/v1/values", api: { GET: EVERYONE } },
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
