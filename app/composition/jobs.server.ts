import { systemClock } from "#kernel/clock.ts";
import { checkpointJob } from "#modules/audit/public.server.ts";
import { climbCareJob, eraseOldCareJob } from "#modules/care/public.server.ts";
import { remindKeeperJob } from "#modules/customers/public.server.ts";
import { boughtAgainJob, climbJob, endTrialsJob, findDueReviewsJob, findProposalsJob, remindReadersJob, tellDueReviewJob } from "#modules/empowerment/public.server.ts";
import {
  climbAnswersJob, closeUnconfirmedJob, findToConfirmJob, sunsetProceduresJob, tellProcedureJob, tellToConfirmJob, watchSolvedJob,
} from "#modules/improvements/public.server.ts";
import { findDueCoursesJob, proposeRetirementsJob, tellDueCourseJob } from "#modules/learning/public.server.ts";
import { digestJob } from "#modules/notifications/public.server.ts";
import { countFactsJob, recountJob } from "#modules/kpis/public.server.ts";
import { clearEndedJob } from "#modules/people/public.server.ts";
import { draftLoyalJob, tendPulsesJob } from "#modules/pulse/public.server.ts";
import { settleOutcomesJob, tellMonthJob } from "#modules/recognition/public.server.ts";
import { remindCircleJob, remindLineUpJob } from "#modules/stories/public.server.ts";
import { lookAgainJob, remindPromisesJob, tellMonthReadyJob } from "#modules/reviews/public.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { outboxJob } from "#platform/outbox.server.ts";
import { tidyJob } from "#platform/tidy.server.ts";
import { factReader } from "./kpi-facts.server.ts";
import { records } from "./improvements.server.ts";
import { learningFacts } from "./learning-effect.server.ts";
import { evidenceSources } from "./recognition-evidence.server.ts";

const kpiFacts = factReader(() => systemClock.now());

/** Everything this installation does by itself. */
export const jobs: readonly JobDefinition[] = [
  ...[outboxJob, checkpointJob, clearEndedJob, remindKeeperJob, climbJob, boughtAgainJob, findProposalsJob, endTrialsJob, remindReadersJob, findDueReviewsJob, tellDueReviewJob, tidyJob, digestJob],
  ...[climbAnswersJob, closeUnconfirmedJob, findToConfirmJob, tellToConfirmJob, sunsetProceduresJob, tellProcedureJob, watchSolvedJob(records)],
  ...[settleOutcomesJob(evidenceSources), tellMonthJob],
  ...[remindLineUpJob, remindCircleJob, climbCareJob, eraseOldCareJob],
  ...[tendPulsesJob, draftLoyalJob],
  ...[countFactsJob(kpiFacts), recountJob(kpiFacts)],
  ...[findDueCoursesJob, tellDueCourseJob, proposeRetirementsJob(learningFacts)],
  ...[lookAgainJob, remindPromisesJob, tellMonthReadyJob],
];
