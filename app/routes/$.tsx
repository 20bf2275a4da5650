import { publicPage } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** An address nobody answers at: the error page of the root, with status 404. */
export const loader = publicPage(() => {
  throw notFound();
});

export default function NowhereElse() {
  return null;
}
