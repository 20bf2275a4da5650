export { drawLink } from "./draw-link.server.ts";
export { link, type LinkInput } from "./link.server.ts";
export { linksOf } from "./queries.server.ts";
export { mayRemove, removeLink } from "./remove-link.server.ts";
export { type Chain, placeOf, walk } from "./walk.ts";
export { threadInput, threadStart } from "./form-input.ts";
export { type DrawnLink, removal, type TypedLink } from "./schemas.ts";
