import { signOut } from "#modules/people/public.server.ts";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import { redirectWithToast, safeRedirect } from "#platform/http/responses.server.ts";
import { blankSessionCookie } from "#platform/session.server.ts";

/** Looking at this address signs nobody out. */
export const loader = publicPage(() => safeRedirect("/"));

/** Ends this session, or with `everywhere=1` all of the person's; the browser forgets what it kept. */
export const action = publicAct(async ({ form, session, request, requestId, address }) => {
  await signOut(session, request, form.get("everywhere") === "1", { requestId, address });
  const response = redirectWithToast("/sign-in", { key: "sign-in:signIn.signedOut" }, { "Clear-Site-Data": '"cache", "storage"' });
  response.headers.append("Set-Cookie", blankSessionCookie());
  return response;
});
