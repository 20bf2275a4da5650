import { z } from "zod";
import { fedAnswer, kpiAnswer, kpiItem, pointAnswer } from "#modules/kpis/api-schemas.ts";
import { LENSES } from "#modules/kpis/definition.ts";
import {
  appealBody, decisionBody, findingItem, letStandAnswer, letStandBody, madeAnswer, rewardBody, rewardItem, sheetAnswer, sheetListItem,
} from "#modules/kpis/scorecards/api-schemas.ts";
import { observationsBody } from "#modules/kpis/schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const kpis = { tag: "kpis" } as const;
const reads = { method: "get", scope: "kpis:read", status: 200 } as const;
const writes = { method: "post", scope: "kpis:write", idempotent: true } as const;

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
  { ...kpis, ...reads, path: "/kpis/findings", id: "listKpiFindings", summary: "What a reviewer would say of the KPIs and scorecards in use, what must be mended first", query: z.object(paging), answer: pageOf(findingItem) },
  { ...kpis, ...writes, path: "/kpis/findings/let-stand", id: "letKpiFindingStand", summary: "Let a finding stand until a day, with the reason", body: letStandBody, status: 200, answer: letStandAnswer, refusals: [404] },
  {
    ...reads,
    ...{ tag: "scorecards", path: "/scorecards", id: "listScorecards", summary: "Scorecards of a period that the caller may read, by given name, without figures" },
    query: z.object({ ...paging, period: z.string().optional().describe("id; the newest unless told") }),
    answer: pageOf(sheetListItem),
  },
  { ...reads, tag: "scorecards", path: "/scorecards/{id}", id: "readScorecard", summary: "One scorecard with the origin of each figure", answer: sheetAnswer, refusals: [404] },
  { ...writes, tag: "scorecards", path: "/scorecards/{id}/appeals", id: "appealScorecard", summary: "Ask one's manager to look again at one's own closed scorecard", body: appealBody, status: 201, answer: madeAnswer, refusals: [404] },
  { ...reads, tag: "rewards", path: "/rewards", id: "listRewards", summary: "Rewards the caller may know of, newest first", query: z.object(paging), answer: pageOf(rewardItem) },
  { ...writes, tag: "rewards", path: "/rewards", id: "proposeReward", summary: "Propose a reward on evidence", body: rewardBody, status: 201, answer: madeAnswer, refusals: [404] },
  { ...writes, tag: "rewards", path: "/rewards/{id}/decision", id: "decideReward", summary: "Approve or decline, as neither who proposed it nor who gets it", body: decisionBody, status: 200, answer: madeAnswer, refusals: [404, 409] },
];
