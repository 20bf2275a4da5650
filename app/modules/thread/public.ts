export { THREAD_KINDS, THREAD_RELATIONS, type ThreadEnd, type ThreadKind, type ThreadNode, type ThreadRelation } from "./kinds.ts";
