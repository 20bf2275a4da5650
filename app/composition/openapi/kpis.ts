import { z } from "zod";
import { fedAnswer, kpiAnswer, kpiItem, pointAnswer } from "#modules/kpis/api-schemas.ts";
import { LENSES } from "#modules/kpis/definition.ts";
import { observationsBody } from "#modules/kpis/schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const kpis = { tag: "kpis" } as const;

export const kpiOperations: readonly Operation[] = [
  {
    ...kpis,
    ...{ method: "get", path: "/kpis", id: "listKpis", summary: "What is measured, with the figure of the last whole period and what it says", scope: "kpis:read" },
    query: z.object({ ...paging, lens: z.enum(LENSES).optional(), department: z.string().optional().describe("an owner department"), show: z.enum(["draft", "retired"]).optional().describe("those in use unless told; drafts for those who write them") }),
    ...{ status: 200, answer: pageOf(kpiItem) },
  },
  { ...kpis, method: "get", path: "/kpis/{code}", id: "readKpi", summary: "One KPI with its definition, its figure and the segments of its chart", scope: "kpis:read", status: 200, answer: kpiAnswer, refusals: [404] },
  {
    ...kpis,
    ...{ method: "get", path: "/kpis/{code}/observations", id: "listKpiPoints", summary: "Figures by whole period, newest first; a period for which nothing came has no value", scope: "kpis:read" },
    query: z.object({ ...paging, department: z.string().optional(), site: z.string().optional() }),
    ...{ status: 200, answer: pageOf(pointAnswer), refusals: [404] },
  },
  {
    ...kpis,
    ...{ method: "post", path: "/kpis/{code}/observations", id: "feedKpi", summary: "Counts of periods, all or none; a changed figure needs a reason, and the earlier one is kept with its author", scope: "kpis:write" },
    ...{ body: observationsBody, idempotent: true, status: 200, answer: fedAnswer, refusals: [404, 409] },
  },
];
