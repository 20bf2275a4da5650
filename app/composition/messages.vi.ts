import { vi as errors } from "#i18n/errors/vi.ts";
import { vi as audit } from "#modules/audit/messages/vi.ts";
import { vi as customers } from "#modules/customers/messages/vi.ts";
import { vi as designer } from "#modules/empowerment/ui/designer/messages/vi.ts";
import { vi as empowerment } from "#modules/empowerment/messages/vi.ts";
import { vi as insights } from "#modules/empowerment/messages/insights/vi.ts";
import { vi as lint } from "#modules/empowerment/messages/lint/vi.ts";
import { vi as decide } from "#modules/empowerment/ui/messages/vi.ts";
import { vi as policy } from "#modules/empowerment/messages/policy/vi.ts";
import { vi as proposals } from "#modules/empowerment/messages/proposals/vi.ts";
import { vi as simulation } from "#modules/empowerment/messages/simulation/vi.ts";
import { vi as kpiLint } from "#modules/kpis/messages/lint/vi.ts";
import { vi as scorecards } from "#modules/kpis/messages/scorecards/vi.ts";
import { vi as kpis } from "#modules/kpis/messages/vi.ts";
import { vi as listening } from "#modules/listening/messages/vi.ts";
import { vi as improvements } from "#modules/improvements/messages/vi.ts";
import { vi as notifications } from "#modules/notifications/messages/vi.ts";
import { vi as people } from "#modules/people/messages/vi.ts";
import { vi as recognition } from "#modules/recognition/messages/vi.ts";
import { vi as signIn } from "#modules/people/messages/sign-in/vi.ts";
import { vi as leading } from "#modules/reviews/messages/vi.ts";
import { vi as thread } from "#modules/thread/messages/vi.ts";
import { vi as ui } from "#ui/messages/vi.ts";

/** Every namespace in Vietnamese. */
export const messages = { audit, customers, decide, designer, empowerment, errors, improvements, insights, kpiLint, kpis, leading, lint, listening, notifications, people, policy, proposals, recognition, scorecards, "sign-in": signIn, simulation, thread, ui };
