import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** An address nobody answers at: the error page inside the shell, with status 404. */
export const loader = page("account.self", () => {
  throw notFound();
});

export default function NowhereElse() {
  return null;
}
