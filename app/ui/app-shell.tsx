import { Form, Link, useLocation, useNavigation } from "@remix-run/react";
import { Bell, Ellipsis, LogOut, type LucideIcon, Settings2, UserRound } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale, Theme } from "#i18n/locale.ts";
import { Avatar } from "./avatar.tsx";
import { Badge, Banner } from "./feedback.tsx";
import { classes } from "./classes.ts";
import { Menu } from "./menu.tsx";
import { PreferencesForm } from "./preferences-form.tsx";
import { Brand } from "./brand.tsx";

export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** A word or two for the bar at the foot of a phone. */
  readonly shortLabel: string;
  readonly icon: LucideIcon;
  /** How many things wait there. */
  readonly count?: number;
}

export interface AppShellProps {
  readonly items: readonly NavItem[];
  readonly person: { readonly name: string };
  readonly unread: number;
  readonly theme: Theme;
  readonly locale: Locale;
  readonly isDemo?: boolean;
  /** A search form; hidden on the phone. */
  readonly search?: ReactNode;
  /** Shown above the page: a flash message. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The item whose address begins the path, the longest one winning. */
export function currentItem(items: readonly NavItem[], pathname: string): string | null {
  const within = items.filter((item) => pathname === item.to || (item.to !== "/" && pathname.startsWith(`${item.to}/`)));
  return within.sort((a, b) => b.to.length - a.to.length)[0]?.to ?? null;
}

const BOTTOM_ITEMS = 4;

/** The frame of every signed-in page: header, navigation (rail from 1024 px, bar at the foot below), main landmark, live region. */
export function AppShell({ items, person, unread, theme, locale, isDemo, search, notice, children }: AppShellProps) {
  const { t } = useTranslation("ui");
  const { pathname } = useLocation();
  const current = currentItem(items, pathname);
  const main = useRef<HTMLElement>(null);
  return (
    <div className="min-h-dvh print:block lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <a href="#main" className="absolute left-2 z-50 -translate-y-24 rounded-control bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-2">
        {t("shell.skip")}
      </a>
      <PendingBar />
      <header className="no-print sticky top-0 z-30 flex items-center gap-1 border-b border-line bg-surface px-3 py-1.5 lg:col-span-2 lg:px-6">
        <Link to="/" className="mr-auto flex min-h-target items-center gap-2 rounded-control pr-2 text-xl font-semibold text-ink">
          <Brand className="size-8" />
          {t("product")}
        </Link>
        {isDemo && <Badge tone="info" className="mr-2 hidden md:inline-flex">{t("shell.demo")}</Badge>}
        {search && <div className="hidden w-72 sm:block">{search}</div>}
        <Link
          to="/notifications"
          aria-label={unread > 0 ? t("shell.notificationCount", { count: unread }) : t("nav.notifications")}
          title={t("nav.notifications")}
          className="relative grid size-target place-items-center rounded-control text-ink hover:bg-sunken"
        >
          <Bell aria-hidden className="size-5" />
          {unread > 0 && <Count value={unread} className="absolute top-0.5 right-0" />}
        </Link>
        <Menu label={t("shell.preferences")} summary={<Settings2 aria-hidden className="size-5" />}>
          <PreferencesForm theme={theme} locale={locale} />
        </Menu>
        <Menu label={t("shell.accountMenu", { name: person.name })} summary={<Avatar name={person.name} />} panelClassName="gap-1 p-2">
          <p className="px-3 py-1 font-semibold">{person.name}</p>
          <Link to="/account" className={MENU_ROW}>
            <UserRound aria-hidden className="size-5" />
            {t("nav.account")}
          </Link>
          <Form method="post" action="/sign-out" reloadDocument>
            <button className={classes(MENU_ROW, "w-full cursor-pointer")}>
              <LogOut aria-hidden className="size-5" />
              {t("action.signOut")}
            </button>
          </Form>
        </Menu>
      </header>
      <nav aria-label={t("nav.main")} className="no-print hidden border-r border-line lg:block">
        <ul className="sticky top-16 flex max-h-[calc(100dvh-4rem)] flex-col gap-1 overflow-y-auto p-3">
          {items.map((item) => (
            <li key={item.to}>
              <RailLink item={item} current={item.to === current} />
            </li>
          ))}
        </ul>
      </nav>
      <main ref={main} id="main" tabIndex={-1} className="flex min-w-0 flex-col gap-6 px-4 pt-5 pb-28 outline-none lg:px-8 lg:pt-8 lg:pb-12">
        <Offline />
        {notice}
        {children}
      </main>
      <BottomBar items={items} current={current} />
      <RouteAnnouncer target={main} />
    </div>
  );
}

const MENU_ROW = "flex min-h-target items-center gap-3 rounded-control px-3 py-2 text-left text-ink hover:bg-sunken";

function Count({ value, className }: { value: number; className?: string }) {
  return (
    <span aria-hidden className={classes("grid h-5 min-w-5 place-items-center rounded-full bg-bad px-1 text-xs font-semibold text-on-bad", className)}>
      {value > 99 ? "99+" : value}
    </span>
  );
}

function RailLink({ item, current }: { item: NavItem; current: boolean }) {
  const Icon = item.icon;
  return (
    <Link
      to={item.to}
      aria-current={current ? "page" : undefined}
      className={classes(
        "flex min-h-target items-center gap-3 rounded-control px-3 py-2",
        current ? "bg-accent-soft font-semibold text-accent" : "text-ink hover:bg-sunken",
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 flex-1">{item.label}</span>
      {item.count ? <span className="rounded-full bg-sunken px-2 text-sm text-ink">{item.count}</span> : null}
    </Link>
  );
}

function BottomBar({ items, current }: { items: readonly NavItem[]; current: string | null }) {
  const { t } = useTranslation("ui");
  const fits = items.length <= BOTTOM_ITEMS + 1;
  const shown = fits ? items : items.slice(0, BOTTOM_ITEMS);
  const rest = fits ? [] : items.slice(BOTTOM_ITEMS);
  const cell = "flex min-h-14 w-full flex-col items-center justify-center gap-0.5 rounded-control px-0.5 py-1 text-center text-xs tracking-tight whitespace-nowrap";
  return (
    <nav aria-label={t("nav.main")} className="no-print fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
      <ul className="mx-auto flex max-w-xl">
        {shown.map((item) => {
          const Icon = item.icon;
          return (
            <li key={item.to} className="min-w-0 flex-1 basis-0">
              <Link to={item.to} aria-current={item.to === current ? "page" : undefined} className={classes(cell, item.to === current ? "font-semibold text-accent" : "text-ink")}>
                <span className={classes("relative rounded-full px-3 py-0.5", item.to === current && "bg-accent-soft")}>
                  <Icon aria-hidden className="size-5" />
                  {item.count ? <Count value={item.count} className="absolute -top-1.5 -right-1" /> : null}
                </span>
                {item.shortLabel}
                {item.count ? <span className="sr-only">({item.count})</span> : null}
              </Link>
            </li>
          );
        })}
        {rest.length > 0 && (
          <li className="min-w-0 flex-1 basis-0">
            <Menu
              summaryClassName={classes(cell, rest.some((item) => item.to === current) ? "font-semibold text-accent" : "text-ink")}
              panelClassName="top-auto bottom-full mb-2 mr-2 max-h-[70dvh] gap-1 overflow-y-auto p-2"
              summary={
                <>
                  <span className="px-3 py-0.5"><Ellipsis aria-hidden className="size-5" /></span>
                  {t("nav.more")}
                </>
              }
            >
              <ul className="flex flex-col gap-1">
                {rest.map((item) => (
                  <li key={item.to}>
                    <RailLink item={item} current={item.to === current} />
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** A thin line at the top while the next page is on its way. */
function PendingBar() {
  const busy = useNavigation().state !== "idle";
  return <div aria-hidden className={classes("fixed inset-x-0 top-0 z-50 h-1 origin-left bg-accent transition-opacity", busy ? "animate-pulse opacity-100" : "opacity-0")} />;
}

/** After moving to another page without a reload: focus goes to its content, and its title is read out. */
function RouteAnnouncer({ target }: { target: React.RefObject<HTMLElement> }) {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  const [title, setTitle] = useState("");
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    target.current?.focus({ preventScroll: true });
    setTitle(document.title);
  }, [pathname, target]);
  return <p role="status" aria-live="polite" className="sr-only">{title}</p>;
}

/** Says that there is no network, and that nothing typed is lost. */
export function Offline() {
  const { t } = useTranslation("ui");
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    update();
    window.addEventListener("online", update);
    window.addEventListener("offline", update);
    return () => {
      window.removeEventListener("online", update);
      window.removeEventListener("offline", update);
    };
  }, []);
  return offline ? <Banner tone="warn" live="status">{t("shell.offline")}</Banner> : null;
}
