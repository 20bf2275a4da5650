export { drawLink } from "./draw-link.server.ts";
export { link, type LinkInput, unlinkAutomatic } from "./link.server.ts";
export { linksOf } from "./queries.server.ts";
export { mayRemove, removeLink } from "./remove-link.server.ts";
export { neighbours, placeOf, walk } from "./walk.ts";
export { threadInput, threadStart } from "./form-input.ts";
export { removal, type TypedLink } from "./schemas.ts";
