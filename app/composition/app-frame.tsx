import { Form, useRouteLoaderData } from "@remix-run/react";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale, Theme } from "#i18n/locale.ts";
import { AppShell } from "#ui/app-shell.tsx";
import { IconButton } from "#ui/button.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { FlashToast, type ToastView } from "#ui/toast.tsx";
import { NAVIGATION, type NavKey } from "./navigation.ts";

/** What the frame around the pages of whoever is signed in is drawn from. */
export interface FrameData {
  readonly person: { readonly id: string; readonly name: string };
  readonly places: NavKey[];
  readonly unread: number;
  readonly isDemo: boolean;
  readonly mayFindPeople: boolean;
}

interface RootData {
  readonly settings: { readonly locale: Locale };
  readonly theme: Theme;
  readonly toast: ToastView | null;
}

/** The navigation, the bell and the toast around a page. */
export function AppFrame({ data, children }: { data: FrameData; children: ReactNode }) {
  const { t } = useTranslation("ui");
  const root = useRouteLoaderData("root") as RootData | undefined;
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

