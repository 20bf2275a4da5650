import type { Page } from "@playwright/test";
import { expect, type Role } from "./fixture.ts";
import { PASSWORD } from "./serve.ts";

/**
 * Every page, under the role that sees most of it. `:id` stands for the first such thing that the list before it links to.
 */
export const PAGES: Readonly<Record<Exclude<Role, "manager">, readonly string[]>> = {
  frontline: [
    "/",
    "/decide",
    "/decide?customer=walk-in&order=none",
    "/decide?customer=C-1029",
    "/decide?customer=walk-in&order=none&reason=product_fault&gesture=refund",
    "/decisions",
    "/decisions/:id",
    "/authority",
    "/policies",
    "/policies/3",
    "/policies/3/respond",
    "/notifications",
    "/promises",
    "/customers/C-1029",
    "/customers/C-1029/phone",
    "/improvements?view=mine",
    "/improvements/new",
    "/procedures",
    "/kpis",
    "/kpis/TOLD-AGAIN",
    "/kpis/wall",
    "/listening",
    "/listening/:id",
    "/listening/new",
    "/recognition",
    "/recognition/:id",
    "/recognition/new",
    "/recognition?of=me",
    "/recognition/print",
    "/scorecards",
    "/rewards",
    "/leading",
    "/leading/decisions",
    "/leading/hours",
    "/who-we-are",
    "/kpis/library",
    "/organisation/values",
    "/organisation/values/HEAR",
    "/account",
    "/account/notifications",
    "/account/password",
    "/account/second-factor",
    "/account/tokens",
  ],
  supervisor: ["/", "/approvals", "/approvals/:id", "/recognition/team", "/leading", "/leading?show=desk", "/leading/commitments"],
  hr: [
    "/",
    "/policies",
    "/policies/3",
    "/policies/3/budgets",
    "/policies/3/settings",
    "/policies/3/simulate",
    "/policies/3/readers",
    "/policies/5",
    "/policies/5/changes",
    "/policies/5/check",
    "/policies/5/tests",
    "/policies/5/comments",
    "/policies/5/publish",
    "/policies/new-rule",
    "/policies/rules/REFUND-STORE",
    "/thread/rule/REFUND-STORE",
    "/policies/proposals",
    "/policies/proposals/:id",
    "/policies/past-cases",
    "/authority/life",
    "/authority/life/gaps",
    "/authority/life/asking",
    "/authority/life/limits",
    "/authority/life/care",
    "/authority/life/bets",
    "/people",
    "/people/:id",
    "/people/:id/edit",
    "/people/:id/roles",
    "/people/:id/absence",
    "/people/:id/qualification",
    "/people/:id/access",
    "/people/new",
    "/people/import",
    "/qualifications",
    "/qualifications/import",
    "/customers",
    "/customers/import",
    "/customers/C-1029/erase",
    "/improvements",
    "/improvements/:id",
    "/procedures/:id",
    "/procedures/new/edit",
    "/procedures/import",
    "/kpis?lens=customer_effort",
    "/kpis/CALLS-PER-HOUR",
    "/kpis/TOLD-AGAIN/feed",
    "/kpis/new",
    "/kpis/HELPED-WELL/design?step=people",
    "/kpis/HELPED-WELL/design?step=check",
    "/kpis/tree",
    "/kpis/import",
    "/listening",
    "/listening/import",
    "/listening/surveys",
    "/listening/surveys/new",
    "/listening/surveys/COUNTER",
    "/listening/surveys/COUNTER/poster",
    "/start",
    "/start?step=pain",
    "/recognition/fairness",
    "/scorecards/design",
    "/kpis/slogans",
    "/leading/cycles",
    "/who-we-are/edit",
    "/recognition/reports",
    "/organisation/values",
  ],
  leader: ["/", "/leading/line", "/leading/decisions/:id", "/policies/5/publish"],
  admin: ["/", "/organisation", "/organisation/hours", "/organisation/places", "/organisation/words", "/organisation/sites/new", "/organisation/departments/new", "/tokens", "/tokens/new"],
  auditor: ["/", "/audit", "/approvals"],
};

/** Opens one of PAGES; answers its address. What asks for the password again gets it. */
export async function open(page: Page, place: string): Promise<string> {
  const [list = "", rest = ""] = place.split("/:id");
  const [address] = place.includes("/:id") ? await things(page, list) : [place];
  expect(address, `${list} links to nothing`).toBeDefined();
  const answer = await page.goto(`${address}${place.includes("/:id") ? rest : ""}`);
  expect(answer?.status(), place).toBe(200);
  if (new URL(page.url()).pathname === "/sign-in/again") {
    await page.locator("#password").fill(PASSWORD);
    await page.locator("main form button[type=submit]").first().click();
    await expect(page).not.toHaveURL(/sign-in/);
    await page.reload();
  }
  return page.url();
}

/** The things a list links to. */
async function things(page: Page, list: string): Promise<string[]> {
  await page.goto(list);
  const links = await page.locator("main a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links.filter((href) => new RegExp(`^${list}/[0-9a-f-]{36}$`).test(href));
}
