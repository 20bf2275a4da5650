export { endKey, sameEnd, THREAD_KINDS, THREAD_RELATIONS, type ThreadEnd, type ThreadKind, type ThreadNode, type ThreadRelation } from "./kinds.ts";
export type { ThreadLink } from "./walk.ts";
export { DRAWN_RELATIONS } from "./schemas.ts";
