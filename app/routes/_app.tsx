import { json } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunction, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { appFrame } from "#composition/app-frame.server.ts";
import { AppFrame, type FrameData } from "#composition/app-frame.tsx";
import { page } from "#platform/http/page.server.ts";
import { ErrorPage } from "#ui/error-page.tsx";

export const loader = page("account.self", async ({ actor, organisation }) => json(await appFrame(actor, organisation?.isDemo ?? false)), { duringEnrolment: true });

/** The bell's count follows every act and every refresh of a page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ defaultShouldRevalidate }) => defaultShouldRevalidate;

export default function AppLayout() {
  return (
    <AppFrame data={useLoaderData<typeof loader>() as FrameData}>
      <Outlet />
    </AppFrame>
  );
}

/** A page inside that cannot be shown keeps the shell around it, so that the way on stays in sight. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<FrameData>("routes/_app");
  if (!data) return <main id="main" className="px-4 py-8"><ErrorPage error={error} /></main>;
  return (
    <AppFrame data={data}>
      <ErrorPage error={error} />
    </AppFrame>
  );
}
