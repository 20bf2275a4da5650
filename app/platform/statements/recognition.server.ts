import { all, bindAll, dateOf, numberOf, textOf, textOrNull } from "./define.server.ts";

/** What counts: given by a person, neither withdrawn nor hidden, in [from, to). */
const COUNTED = "r.at >= :from AND r.at < :to AND r.automatic = 0 AND r.withdrawnAt IS NULL AND r.hiddenAt IS NULL";

/** Who thanked whom, behind the figures of domain/fairness. */
export const recognitionStatements = {
  "recognition.thanks": all(
    `SELECT r.giverId AS giver, r.giverManagerId AS giverTeam, x.personId AS receiver, x.managerId AS receiverTeam, r.at AS at
       FROM Recognition r JOIN RecognitionRecipient x ON x.recognitionId = r.id WHERE ${COUNTED}`,
    (params: { from: Date; to: Date }) => bindAll({ ...params }),
    (row) => ({ from: textOf(row["giver"]), fromTeam: textOrNull(row["giverTeam"]), to: textOf(row["receiver"]), toTeam: textOrNull(row["receiverTeam"]), at: dateOf(row["at"]).getTime() }),
  ),

  /** Things of a kind that some recognition cites. */
  "recognition.cited": all(
    `SELECT DISTINCT e.refId AS refId FROM RecognitionEvidence e JOIN Recognition r ON r.id = e.recognitionId
      WHERE e.kind = :kind AND r.automatic = 0 AND r.withdrawnAt IS NULL AND r.hiddenAt IS NULL`,
    (params: { kind: string }) => bindAll({ ...params }),
    (row) => textOf(row["refId"]),
  ),

  /** Recognitions of [from, to) whose evidence had an outcome, and those it proved right, by the department of who was thanked first. */
  "recognition.day-counts": all(
    `SELECT (SELECT x.departmentCode FROM RecognitionRecipient x WHERE x.recognitionId = r.id ORDER BY x.personId LIMIT 1) AS department,
            count(*) AS settled, sum(r.state = 'substantiated') AS substantiated
       FROM Recognition r WHERE ${COUNTED} AND r.state IN ('substantiated', 'not_substantiated') GROUP BY 1`,
    (params: { from: Date; to: Date }) => bindAll({ ...params }),
    (row) => ({ department: textOrNull(row["department"]), settled: numberOf(row["settled"]), substantiated: numberOf(row["substantiated"]) }),
  ),
};
