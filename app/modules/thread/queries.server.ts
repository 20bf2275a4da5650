import { z } from "zod";
import { readHot } from "#platform/transaction.server.ts";
import type { LinksOf, ThreadLink } from "./walk.ts";
import { THREAD_KINDS, THREAD_RELATIONS } from "./kinds.ts";

const kind = z.enum(THREAD_KINDS);
const relationCode = z.enum(THREAD_RELATIONS);

const ALL = JSON.stringify(THREAD_RELATIONS);

/** The newest links of a thing both ways. Who may see the things at the other ends is for the caller to judge. */
export const linksOf: LinksOf = ({ kind: own, id }, relations, most) =>
  readHot("thread.links", { kind: own, id, relations: relations === null ? ALL : JSON.stringify(relations), most }).map(
    ({ fromKind, fromId, toKind, toId, relation, ...link }): ThreadLink => ({
      ...link,
      from: { kind: kind.parse(fromKind), id: fromId },
      to: { kind: kind.parse(toKind), id: toId },
      relation: relationCode.parse(relation),
    }),
  );
