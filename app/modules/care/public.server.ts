export { askForCare, checkIn, closeCare } from "./ask-for-care.server.ts";
export { climbCareJob, handOverCare } from "./climb.server.ts";
export { eraseCareOf, eraseOldCareJob } from "./erase-old.server.ts";
export { carePolicyInput, careWordInput, checkInInput } from "./form-input.ts";
export { carePage, carePolicyPage, careWaiting, ownCare } from "./queries.server.ts";
export { setCarePolicy } from "./set-policy.server.ts";
