import { all, bindAll, dateOf, booleanOf, textOf, textOrNull, type Raw } from "./define.server.ts";

interface NewestLinks {
  kind: string;
  id: string;
  relation: string;
  most: number;
}

const LINK = "SELECT id, fromKind, fromId, toKind, toId, relation, byId, at, automatic, note FROM ThreadLink";
const NEWEST = "relation = :relation ORDER BY at DESC LIMIT :most";

const link = (row: Raw) => ({
  id: textOf(row["id"]),
  fromKind: textOf(row["fromKind"]),
  fromId: textOf(row["fromId"]),
  toKind: textOf(row["toKind"]),
  toId: textOf(row["toId"]),
  relation: textOf(row["relation"]),
  byId: textOrNull(row["byId"]),
  at: dateOf(row["at"]),
  automatic: booleanOf(row["automatic"]),
  note: textOrNull(row["note"]),
});

/** The newest links of one relation at a thing, by the direction they lead. */
export const threadStatements = {
  "thread.from": all(`${LINK} WHERE fromKind = :kind AND fromId = :id AND ${NEWEST}`, (params: NewestLinks) => bindAll({ ...params }), link),
  "thread.to": all(`${LINK} WHERE toKind = :kind AND toId = :id AND ${NEWEST}`, (params: NewestLinks) => bindAll({ ...params }), link),
};
