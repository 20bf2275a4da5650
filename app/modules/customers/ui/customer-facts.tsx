import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { DefinitionList } from "#ui/layout.tsx";
import { type TierNames, useTierName } from "./tier.ts";

export interface CustomerFactsView {
  readonly ref: string;
  readonly phoneLast: string | null;
  readonly tier: string | null;
  readonly lifetimeValue: { readonly minor: number; readonly currency: string } | null;
  readonly may: { readonly reveal: boolean };
}

/** Phone by its last digits, tier and value. */
export function CustomerFacts({ customer, tiers }: { customer: CustomerFactsView; tiers: TierNames }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const tierName = useTierName(tiers);
  return (
    <DefinitionList
      items={[
        customer.phoneLast !== null && {
          label: t("page.phone"),
          value: (
            <span className="flex flex-wrap gap-x-4">
              <span>··· {customer.phoneLast}</span>
              {customer.may.reveal && (
                <Link to={`/customers/${encodeURIComponent(customer.ref)}/phone`} className="underline underline-offset-4">
                  {t("phone.reveal")}
                </Link>
              )}
            </span>
          ),
        },
        { label: t("page.tier"), value: customer.tier === null ? "–" : tierName(customer.tier) },
        { label: t("page.value"), value: customer.lifetimeValue ? format.money(customer.lifetimeValue) : "–" },
      ]}
    />
  );
}
