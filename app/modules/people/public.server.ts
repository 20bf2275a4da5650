export { actorFacts, type ActorFacts } from "./actor-facts.server.ts";
export { addPerson } from "./add-person.server.ts";
export { approvers, type Approver } from "./approvers.server.ts";
export type { Asked } from "#platform/acting.server.ts";
export { choosePreferences, type Preferences } from "./choose-preferences.server.ts";
export { endQualification, giveQualification, keepCourse } from "./course-qualification.server.ts";
export { type DeactivationParticipant, type Leaving } from "./deactivate-person.server.ts";
export { type ActorContext, loadActor, NO_CONTEXT } from "./load-actor.server.ts";
export {
  businessCalendar, type CourseRow, type DepartmentRow, departments, findOrganisation, findSite, listCourses, organisation,
  type OrganisationSettings, type SiteRow, sites,
} from "./organisation.server.ts";
export {
  colleaguesAtSite, findPeople, findPerson, findPersonByEmail, lineAbove, peopleWithRole, type PersonBrief, rolesHeld, standInFor,
} from "./reporting-line.server.ts";
export { organisationTranslator } from "./organisation-translator.server.ts";
export { type PeopleGroup, peopleGroups } from "./people-groups.server.ts";
export { createToken, listTokens, revokeToken, type TokenView, type TokenWish } from "./sign-in/access-tokens.server.ts";
export { ownAccount, type AccountView } from "./sign-in/account.server.ts";
export { changePassword } from "./sign-in/change-password.server.ts";
export { clearEndedJob } from "./sign-in/clear-ended.server.ts";
export { completeSignIn } from "./sign-in/complete-sign-in.server.ts";
export { endAllSessions, endSessions } from "./sign-in/end-sessions.server.ts";
export { enrolSecondFactor, removeSecondFactor, renewRecoveryCodes } from "./sign-in/enrol-second-factor.server.ts";
export { endOtherSessions, endOwnSession, signOut } from "./sign-in/own-sessions.server.ts";
export { hashPassword } from "./sign-in/passwords.server.ts";
export { proveAgain } from "./sign-in/prove-again.server.ts";
export { offerSecondFactor, repeatOffer, type Offer } from "./sign-in/second-factor.server.ts";
export { setUpFields, setUpInput } from "./sign-in/set-up-fields.ts";
export { isSetupLink, issueSetupLink, setUp, type SetUpParticipant } from "./sign-in/set-up.server.ts";
export { signIn } from "./sign-in/sign-in.server.ts";
export { askForReset, createSignInLink, type LinkKind, resetSecondFactor, type SignInLink } from "./sign-in/sign-in-links.server.ts";
export { linkSubject, redeemSignInLink } from "./sign-in/redeem-link.server.ts";
export { personBody, type PersonBody, personPatch, type PersonPatch } from "./api-schemas.ts";
export { assignRoles } from "./assign-roles.server.ts";
export { deactivatePerson, reactivatePerson } from "./deactivate-person.server.ts";
export { type DirectoryEntry, type DirectoryFilter, findRecord, listRecords, type PersonRecord, searchDirectory } from "./directory.server.ts";
export { writeRole } from "./domain/role-text.ts";
export { editOrganisation, saveDepartment, saveSite } from "./edit-organisation.server.ts";
export { editPerson } from "./edit-person.server.ts";
export { erasePerson } from "./erase-person.server.ts";
export { exportPeople, exportQualifications } from "./export-people.server.ts";
export { importPeople, PEOPLE_COLUMNS } from "./import-people.server.ts";
export { importQualifications, QUALIFICATION_COLUMNS } from "./import-qualifications.server.ts";
export { listQualifications, type QualificationRow } from "./list-qualifications.server.ts";
export { grantableRoles, personForm, personPage, type PersonPage } from "./person-page.server.ts";
export { qualifyPerson, removeQualification } from "./qualify-person.server.ts";
export { recordAbsence, removeAbsence } from "./record-absence.server.ts";
export { readRoles } from "./role-texts.server.ts";
export { saveCourse } from "./save-course.server.ts";
export { saveValue } from "./save-value.server.ts";
export { type BehaviourView, listValues, type ValueView, valueVersions } from "./values.server.ts";
export { markNightWorker, nightWorkers } from "./night-workers.server.ts";
export { worker, type Worker, workforce } from "./workforce.server.ts";
export { nearColleagues, type NearColleague } from "./near-colleagues.server.ts";
export { eligiblePeople, type EligiblePerson } from "./eligible-people.server.ts";
export type { PersonErasure } from "./erase-person.server.ts";
export {
  absenceInput, courseInput, departmentInput, generalInput, hoursInput, labelsInput, personInput, qualificationInput, siteInput,
  valueInput, weekTexts,
} from "./form-input.ts";
