import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { MoneyView, NamedCode } from "../view-models.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** What is known of the customer in front of one, so that nobody has to tell it again. */
export interface CustomerBriefView {
  readonly ref: string;
  readonly name: string | null;
  readonly phoneLast: string | null;
  readonly tier: string | null;
  readonly lifetimeValue: MoneyView | null;
  readonly recent: readonly { readonly at: string; readonly kind: string; readonly text: string }[];
  readonly openPromises: readonly { readonly id: string; readonly text: string; readonly dueAt: string }[];
  readonly burden: { readonly timesTold: number; readonly peopleMet: number; readonly daysWaiting: number };
}

export interface CustomerBriefProps {
  customer: CustomerBriefView;
  tiers: readonly NamedCode[];
  /** What whoever serves the customer must know besides. */
  notice?: ReactNode;
}

/** The same in one line, unfolding to the whole: for the steps after the first look. */
export function CustomerLine(props: CustomerBriefProps) {
  const { t } = useTranslation("decide");
  const { customer } = props;
  return (
    <details className="group">
      <summary className="flex min-h-target items-center justify-between gap-3">
        <span className="font-semibold">{customer.name ?? customer.ref}</span>
        <span className="underline underline-offset-4 group-open:hidden">{t("customer.look")}</span>
      </summary>
      <CustomerBrief {...props} />
    </details>
  );
}

/** Who they are, what happened last, what was promised, what they were put through. */
export function CustomerBrief({ customer, tiers, notice }: CustomerBriefProps) {
  const { t } = useTranslation("decide");
  const format = useFormat();
  const name = useBilingual();
  const { timesTold, peopleMet, daysWaiting } = customer.burden;
  const tier = tiers.find(({ code }) => code === customer.tier);
  return (
    <Card
      title={customer.name ?? customer.ref}
      aside={
        <Link to="/decide" className="inline-flex min-h-target items-center underline underline-offset-4">
          {t("who.another")}
        </Link>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          <span>{customer.ref}</span>
          {customer.phoneLast && <span>··· {customer.phoneLast}</span>}
          {customer.tier && <Badge icon={null}>{tier ? name(tier.name) : customer.tier}</Badge>}
          {customer.lifetimeValue && (
            <span>
              {t("customer.value")} {format.moneyCompact(customer.lifetimeValue)}
            </span>
          )}
        </p>
        <p className={timesTold > 1 || daysWaiting > 0 ? "font-semibold text-warn" : "text-muted"}>
          {timesTold > 0
            ? `${t("customer.burden")}: ${t("customer.burdenText", { times: timesTold, people: peopleMet, days: daysWaiting })}`
            : t("customer.noBurden")}
        </p>
        {notice}
        <div>
          <h3 className="font-semibold">{t("customer.recent")}</h3>
          {customer.recent.length === 0 ? (
            <p className="text-muted">{t("customer.nothingRecent")}</p>
          ) : (
            <ul className="mt-1 flex flex-col gap-2">
              {customer.recent.map((event) => (
                <li key={`${event.at} ${event.text}`}>
                  {event.text}{" "}
                  <span className="text-sm text-muted">
                    <RelativeTime iso={event.at} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
        {customer.openPromises.length > 0 && (
          <div>
            <h3 className="font-semibold">{t("customer.promises")}</h3>
            <ul className="mt-1 flex flex-col gap-2">
              {customer.openPromises.map((promise) => (
                <li key={promise.id}>
                  {promise.text} <span className="text-sm text-muted">{t("customer.due", { at: promise.dueAt })}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Link to={`/customers/${encodeURIComponent(customer.ref)}`} className="inline-flex min-h-target items-center underline underline-offset-4">
          {t("customer.open")}
        </Link>
      </div>
    </Card>
  );
}
