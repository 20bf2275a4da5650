import { all, bindAll, get, numberOf, type Raw, textOf, textOrNull } from "./define.server.ts";

const numberOrNull = (value: unknown) => (value === null ? null : Number(value));

/** Counts of a group of rows; `squares` null as soon as one row does not know them. */
const SUMS = `count(*) AS rows, sum(n) AS n, sum(hits) AS hits, sum(passives) AS passives, sum(detractors) AS detractors, sum(total) AS total,
            CASE WHEN count(squares) = count(*) THEN sum(squares) END AS squares`;

function sums(row: Raw) {
  return {
    rows: numberOf(row["rows"]),
    n: numberOf(row["n"]),
    hits: numberOf(row["hits"]),
    passives: numberOf(row["passives"]),
    detractors: numberOf(row["detractors"]),
    total: numberOf(row["total"]),
    squares: numberOrNull(row["squares"]),
  };
}

/** null: any. Days are inclusive. */
interface Narrowed {
  readonly from: string;
  readonly to: string;
  readonly departments: readonly string[] | null;
  readonly site: string | null;
}

const PLACE = "(:departments IS NULL OR departmentCode IN (SELECT value FROM json_each(:departments))) AND (:site IS NULL OR siteCode = :site)";
const narrowed = ({ departments, ...rest }: Narrowed) => ({ ...rest, departments: departments === null ? null : JSON.stringify(departments) });

export const kpiStatements = {
  /** Every KPI with the definition in use; of drafts that were never used the definition is null. */
  "kpi.all": all(
    `SELECT k.id AS id, k.code AS code, k.status AS status, k.draft AS draft, k.version AS version, k.targetValue AS targetValue, k.targetBy AS targetBy, v.definition AS definition
       FROM Kpi k LEFT JOIN KpiVersion v ON v.kpiId = k.id AND v.version = k.version ORDER BY k.code`,
    (params: Record<string, never>) => bindAll(params),
    (row) => ({
      id: textOf(row["id"]),
      code: textOf(row["code"]),
      status: textOf(row["status"]) as "draft" | "active" | "retired",
      draft: textOrNull(row["draft"]),
      version: numberOf(row["version"]),
      targetValue: numberOrNull(row["targetValue"]),
      targetBy: textOrNull(row["targetBy"]),
      definition: textOrNull(row["definition"]),
    }),
  ),

  /** Versions of one KPI, the first one first. */
  "kpi.versions": all(
    "SELECT version, definition, breaks, fromDay FROM KpiVersion WHERE kpiId = :kpiId ORDER BY version",
    (params: { kpiId: string }) => bindAll({ ...params }),
    (row) => ({ version: numberOf(row["version"]), definition: textOf(row["definition"]), breaks: numberOf(row["breaks"]) === 1, fromDay: textOf(row["fromDay"]) }),
  ),

  /** Targets that were set or moved, the first one first. */
  "kpi.targets": all(
    "SELECT kpiId, previousValue, value, byDay, reason, improvementId, at FROM KpiTarget ORDER BY kpiId, at, id",
    (params: Record<string, never>) => bindAll(params),
    (row) => ({
      kpiId: textOf(row["kpiId"]),
      previousValue: numberOrNull(row["previousValue"]),
      value: numberOrNull(row["value"]),
      byDay: textOrNull(row["byDay"]),
      reason: textOf(row["reason"]),
      improvementId: textOrNull(row["improvementId"]),
      at: new Date(numberOf(row["at"])),
    }),
  ),

  /** What was reported, by period. */
  "kpi.observed": all(
    `SELECT bucket, version, ${SUMS} FROM KpiObservation
      WHERE kpiId = :kpiId AND bucket >= :from AND bucket <= :to AND ${PLACE} GROUP BY bucket, version ORDER BY bucket, version`,
    ({ kpiId, ...rest }: Narrowed & { kpiId: string }) => bindAll({ kpiId, ...narrowed(rest) }),
    (row) => ({ bucket: textOf(row["bucket"]), version: numberOf(row["version"]), ...sums(row) }),
  ),

  /** How often each value came, by period; a period is left out where a row does not know. */
  "kpi.observed-values": all(
    `SELECT bucket, version, histogram FROM KpiObservation WHERE kpiId = :kpiId AND bucket >= :from AND bucket <= :to AND ${PLACE} ORDER BY bucket`,
    ({ kpiId, ...rest }: Narrowed & { kpiId: string }) => bindAll({ kpiId, ...narrowed(rest) }),
    (row) => ({ bucket: textOf(row["bucket"]), version: numberOf(row["version"]), histogram: textOrNull(row["histogram"]) }),
  ),

  /** What a fact counts, by day. */
  "kpi.daily": all(
    `SELECT day, ${SUMS} FROM KpiDaily WHERE fact = :fact AND day >= :from AND day <= :to AND ${PLACE} GROUP BY day ORDER BY day`,
    ({ fact, ...rest }: Narrowed & { fact: string }) => bindAll({ fact, ...narrowed(rest) }),
    (row) => ({ day: textOf(row["day"]), ...sums(row) }),
  ),

  "kpi.daily-values": all(
    `SELECT day, histogram FROM KpiDaily WHERE fact = :fact AND day >= :from AND day <= :to AND ${PLACE} ORDER BY day`,
    ({ fact, ...rest }: Narrowed & { fact: string }) => bindAll({ fact, ...narrowed(rest) }),
    (row) => ({ day: textOf(row["day"]), histogram: textOrNull(row["histogram"]) }),
  ),

  /** First and last day of what came for a KPI; null when nothing did. */
  "kpi.span": get(
    "SELECT min(bucket) AS first, max(periodEnd) AS last, max(at) AS at FROM KpiObservation WHERE kpiId = :kpiId",
    (params: { kpiId: string }) => bindAll({ ...params }),
    (row) => ({ first: textOrNull(row["first"]), last: textOrNull(row["last"]) }),
  ),
  "kpi.daily-span": get(
    "SELECT min(day) AS first, max(day) AS last FROM KpiDaily WHERE fact = :fact",
    (params: { fact: string }) => bindAll({ ...params }),
    (row) => ({ first: textOrNull(row["first"]), last: textOrNull(row["last"]) }),
  ),

  /** What else was reported for days of this period. */
  "kpi.overlapping": all(
    "SELECT id, periodStart, periodEnd, departmentCode, siteCode FROM KpiObservation WHERE kpiId = :kpiId AND bucket = :bucket AND periodStart <= :end AND periodEnd >= :start",
    (params: { kpiId: string; bucket: string; start: string; end: string }) => bindAll({ ...params }),
    (row) => ({ id: textOf(row["id"]), periodStart: textOf(row["periodStart"]), periodEnd: textOf(row["periodEnd"]), departmentCode: textOf(row["departmentCode"]), siteCode: textOf(row["siteCode"]) }),
  ),
};
