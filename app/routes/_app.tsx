import { json } from "@remix-run/node";
import { Form, Outlet, type ShouldRevalidateFunction, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NAVIGATION, type NavKey, visiblePlaces } from "#composition/navigation.ts";
import { can } from "#access/permissions.ts";
import { page } from "#platform/http/page.server.ts";
import { unreadNotifications } from "#modules/notifications/public.server.ts";
import { AppShell } from "#ui/app-shell.tsx";
import { ErrorPage } from "#ui/error-page.tsx";
import { IconButton } from "#ui/button.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { FlashToast } from "#ui/toast.tsx";
import type { RootData } from "../root.tsx";

interface ShellData {
  readonly person: { readonly id: string; readonly name: string };
  readonly places: NavKey[];
  readonly unread: number;
  readonly isDemo: boolean;
  readonly mayFindPeople: boolean;
}

export const loader = page(
  "account.self",
  async ({ actor, organisation }) => {
    const data: ShellData = {
      person: { id: actor.personId, name: actor.name },
      places: visiblePlaces(actor),
      unread: await unreadNotifications(actor.personId),
      isDemo: organisation?.isDemo ?? false,
      mayFindPeople: can(actor, "people.search"),
    };
    return json(data);
  },
  { duringEnrolment: true },
);

/** The bell's count follows every act and every refresh of a page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ defaultShouldRevalidate }) => defaultShouldRevalidate;

function Shell({ data, children }: { data: ShellData; children: ReactNode }) {
  const { t } = useTranslation("ui");
  const root = useRouteLoaderData<RootData>("root");
  const items = data.places.map((key) => ({
    to: NAVIGATION[key].to,
    icon: NAVIGATION[key].icon,
    label: t(`nav.${key}`),
    shortLabel: t(`nav.short.${key}`),
  }));
  return (
    <AppShell
      items={items}
      person={data.person}
      unread={data.unread}
      theme={root?.theme ?? "system"}
      locale={root?.settings.locale ?? "vi"}
      isDemo={data.isDemo}
      search={data.mayFindPeople && <PeopleSearch />}
      notice={<FlashToast flash={root?.toast ?? null} />}
    >
      {children}
    </AppShell>
  );
}

function PeopleSearch() {
  const { t } = useTranslation("ui");
  return (
    <Form role="search" action="/people" className="flex gap-1">
      <TextInput name="q" type="search" aria-label={t("shell.findPeople")} placeholder={t("shell.findPeople")} autoComplete="off" />
      <IconButton type="submit" icon={Search} label={t("action.search")} />
    </Form>
  );
}

export default function AppLayout() {
  return (
    <Shell data={useLoaderData<typeof loader>() as ShellData}>
      <Outlet />
    </Shell>
  );
}

/** A page inside that cannot be shown keeps the shell around it, so that the way on stays in sight. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<ShellData>("routes/_app");
  if (!data) return <main id="main" className="px-4 py-8"><ErrorPage error={error} /></main>;
  return (
    <Shell data={data}>
      <ErrorPage error={error} />
    </Shell>
  );
}
