export { actorFacts, type ActorFacts } from "./actor-facts.server.ts";
export { addPerson, insertPerson } from "./add-person.server.ts";
export { approvers, type Approver } from "./approvers.server.ts";
export type { Asked } from "#platform/acting.server.ts";
export { type DeactivationParticipant, type Leaving } from "./deactivate-person.server.ts";
export { insertOrganisation } from "./edit-organisation.server.ts";
export { type ActorContext, loadActor, NO_CONTEXT } from "./load-actor.server.ts";
export {
  businessCalendar, type CourseRow, type DepartmentRow, departments, findOrganisation, findSite, listCourses, organisation,
  type OrganisationSettings, type SiteRow, sites,
} from "./organisation.server.ts";
export {
  colleaguesAtSite, findPeople, findPerson, findPersonByEmail, lineAbove, peopleWithRole, type PersonBrief, rolesHeld, standInFor,
} from "./reporting-line.server.ts";
