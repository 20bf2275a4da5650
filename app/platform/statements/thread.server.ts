import { all, bindAll, dateOf, booleanOf, textOf, textOrNull, type Raw } from "./define.server.ts";

interface NewestLinks {
  kind: string;
  id: string;
  /** A JSON array of relations; its order is that of the answer. */
  relations: string;
  /** Of each relation and direction. */
  most: number;
}

const newest = (end: "from" | "to", turn: 0 | 1) => `
  SELECT r.key AS place, ${turn} AS turn, l.id, l.fromKind, l.fromId, l.toKind, l.toId, l.relation, l.byId, l.at, l.automatic, l.note
  FROM json_each(:relations) r JOIN ThreadLink l
    ON l.rowid IN (SELECT rowid FROM ThreadLink WHERE ${end}Kind = :kind AND ${end}Id = :id AND relation = r.value ORDER BY at DESC LIMIT :most)`;

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

/** The newest links of a thing, each relation and direction by itself: those that lead from it before those that lead to it. */
export const threadStatements = {
  "thread.links": all(`${newest("from", 0)} UNION ALL ${newest("to", 1)} ORDER BY place, turn, at DESC`, (params: NewestLinks) => bindAll({ ...params }), link),
};
