import { en as errors } from "#i18n/errors/en.ts";
import { en as audit } from "#modules/audit/messages/en.ts";
import { en as customers } from "#modules/customers/messages/en.ts";
import { en as designer } from "#modules/empowerment/ui/designer/messages/en.ts";
import { en as empowerment } from "#modules/empowerment/messages/en.ts";
import { en as insights } from "#modules/empowerment/messages/insights/en.ts";
import { en as lint } from "#modules/empowerment/messages/lint/en.ts";
import { en as decide } from "#modules/empowerment/ui/messages/en.ts";
import { en as policy } from "#modules/empowerment/messages/policy/en.ts";
import { en as proposals } from "#modules/empowerment/messages/proposals/en.ts";
import { en as simulation } from "#modules/empowerment/messages/simulation/en.ts";
import { en as kpiLint } from "#modules/kpis/messages/lint/en.ts";
import { en as scorecards } from "#modules/kpis/messages/scorecards/en.ts";
import { en as kpis } from "#modules/kpis/messages/en.ts";
import { en as listening } from "#modules/listening/messages/en.ts";
import { en as improvements } from "#modules/improvements/messages/en.ts";
import { en as notifications } from "#modules/notifications/messages/en.ts";
import { en as people } from "#modules/people/messages/en.ts";
import { en as recognition } from "#modules/recognition/messages/en.ts";
import { en as signIn } from "#modules/people/messages/sign-in/en.ts";
import { en as leading } from "#modules/reviews/messages/en.ts";
import { en as thread } from "#modules/thread/messages/en.ts";
import { en as ui } from "#ui/messages/en.ts";

/** Every namespace in English. */
export const messages = { audit, customers, decide, designer, empowerment, errors, improvements, insights, kpiLint, kpis, leading, lint, listening, notifications, people, policy, proposals, recognition, scorecards, "sign-in": signIn, simulation, thread, ui };
