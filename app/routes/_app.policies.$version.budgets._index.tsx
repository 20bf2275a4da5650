import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { budgetsView } from "#modules/empowerment/public.server.ts";
import { BudgetList } from "#modules/empowerment/ui/designer/budget-list.tsx";
import { page } from "#platform/http/page.server.ts";

export const loader = page("policies.read", async ({ actor, params }) => json(await budgetsView(actor, Number(params.version))));

export default function PolicyBudgetsPage() {
  return <BudgetList {...useLoaderData<typeof loader>()} />;
}
