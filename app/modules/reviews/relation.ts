/**
 * What somebody is to a leader: themselves; above them in their line, who answers and agrees; HR and internal audit, who
 * read; below them, who sees what was promised and nothing else. Everybody else is nobody: reviews never leak across
 * lines, not between heads of departments either.
 */
export type Relation = "self" | "above" | "office" | "below";
