import { Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { buttonClasses } from "./button.tsx";
import { classes } from "./classes.ts";

export interface CardProps {
  /** Shown as a heading of level 2 unless told. */
  title?: ReactNode;
  level?: 2 | 3;
  /** Right of the title: a badge, a quiet button. */
  aside?: ReactNode;
  children?: ReactNode;
  className?: string;
  as?: "section" | "article" | "div" | "li";
}

/** A surface for one thing. */
export function Card({ title, level = 2, aside, children, className, as: Tag = "section" }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <Tag className={classes("flex flex-col gap-4 rounded-card border border-line bg-surface p-4 shadow-card sm:p-6", className)}>
      {(title || aside) && (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          {title && <Heading className="text-lg">{title}</Heading>}
          {aside}
        </div>
      )}
      {children}
    </Tag>
  );
}

export interface PageHeaderProps {
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The way back up. */
  back?: { readonly to: string; readonly label: string };
  /** The main action of the page. */
  actions?: ReactNode;
}

/** The one h1 of a page. */
export function PageHeader({ title, lead, back, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-2">
      {back && (
        <Link to={back.to} className="-ml-1 inline-flex min-h-target items-center gap-1 self-start text-accent underline-offset-4 hover:underline">
          <ChevronLeft aria-hidden className="size-5 shrink-0" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          {lead && <p className="mt-1 max-w-prose text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}

/** The column a page's parts stand in; `wide` for tables and for two columns. */
export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <div className={classes("mx-auto flex w-full flex-col gap-6", wide ? "max-w-6xl" : "max-w-3xl")}>{children}</div>;
}

/** What the page is for, and beside it, where there is room (from 1280 px), what helps with it; elsewhere below it, or above what sums it up. Stands in a wide Page. */
export function Columns({ children, aside, narrow = "below" }: { children: ReactNode; aside: ReactNode; narrow?: "above" | "below" }) {
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
      <div className={classes("flex min-w-0 flex-col gap-6", narrow === "above" && "max-xl:order-first")}>{aside}</div>
    </div>
  );
}

export interface Fact {
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** Names and values, side by side. */
export function DefinitionList({ items, className }: { items: readonly (Fact | null | false)[]; className?: string }) {
  return (
    <dl className={classes("grid grid-cols-[minmax(4.5rem,32%)_minmax(0,1fr)] gap-x-4 gap-y-2 sm:grid-cols-[fit-content(45%)_minmax(0,1fr)] sm:gap-x-6", className)}>
      {items.map((item, index) =>
        item ? (
          <div key={index} className="contents">
            <dt className="text-muted">{item.label}</dt>
            <dd className="min-w-0">{item.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

export interface Tab {
  readonly to: string;
  readonly label: ReactNode;
  readonly current: boolean;
  readonly count?: number;
}

/** Parts of a page as links: each has its own address and works without scripts. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label?: string }) {
  const { t } = useTranslation("ui");
  const row = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.to;
  // On a phone the row is wider than the screen: the current part is brought into it, the page stays where it is.
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && link) row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={row} aria-label={label ?? t("nav.sections")} className="relative -mx-4 overflow-x-auto px-4">
      <ul className="flex min-w-max gap-1 border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.current ? "page" : undefined}
              className={classes(
                "-mb-px flex min-h-target items-center gap-2 border-b-3 px-4 py-2",
                tab.current ? "border-accent font-semibold text-accent" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="rounded-full bg-sunken px-2 text-sm text-ink">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Back and forth through a list by cursors; `null` where there is no further page. */
export function Pagination({ newer, older }: { newer?: string | null; older?: string | null }) {
  const { t } = useTranslation("ui");
  if (!newer && !older) return null;
  return (
    <nav aria-label={t("pagination.label")} className="flex justify-between gap-4">
      {newer ? <Link to={newer} rel="prev" className={buttonClasses()}><ChevronLeft aria-hidden className="size-5 shrink-0" />{t("pagination.newer")}</Link> : <span />}
      {older && <Link to={older} rel="next" className={buttonClasses()}>{t("pagination.older")}<ChevronRight aria-hidden className="size-5" /></Link>}
    </nav>
  );
}

export interface Step {
  readonly label: ReactNode;
  /** A link back to a step already done. */
  readonly to?: string;
}

/** Where one is in a short sequence. `current` counts from 0. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("steps.label")}>
      <ol className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {steps.map((step, index) => {
          const state = index < current ? "done" : index === current ? "current" : "ahead";
          return (
            <li key={index} aria-current={state === "current" ? "step" : undefined} className={classes("flex items-center gap-2", state === "current" ? "font-semibold text-ink" : "text-muted")}>
              <span aria-hidden className={classes("grid size-7 place-items-center rounded-full border text-sm", state === "ahead" ? "border-control" : "border-transparent bg-accent text-on-accent")}>
                {state === "done" ? "✓" : index + 1}
              </span>
              {state === "done" && step.to ? <Link to={step.to} className="inline-flex min-h-target items-center underline underline-offset-4">{step.label}</Link> : <span>{step.label}</span>}
              {state === "done" && <span className="sr-only">({t("steps.done")})</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
