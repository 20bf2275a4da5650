import { Form, Link, useNavigation } from "@remix-run/react";
import { Search, UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { Banner } from "#ui/feedback.tsx";
import { WALK_IN } from "./decide-form.ts";

/** Why a look-up found nobody, and what was typed. The number goes back to the form only, never into the address. */
export interface LookUpMiss {
  readonly typed: string;
  readonly miss: "empty" | "unknownPhone" | "unknownRef";
}

/** The person comes before the problem: who is in front of you? `untitled` where the page's own heading asks it. */
export function CustomerStep({ miss, untitled = false }: { miss?: LookUpMiss | null; untitled?: boolean }) {
  const { t } = useTranslation("decide");
  const busy = useNavigation().state !== "idle";
  return (
    <Card title={untitled ? undefined : t("who.title")}>
      <Form method="post" action="/decide" className="flex flex-col gap-4">
        {miss?.miss === "unknownPhone" && (
          <Banner tone="info" live="status">
            {t("who.unknownPhone")}
          </Banner>
        )}
        <Field
          label={t("who.field")}
          name="who"
          id="who"
          hint={t("who.hint")}
          defaultValue={miss?.typed ?? ""}
          errors={miss && miss.miss !== "unknownPhone" ? [t(`who.${miss.miss}`)] : []}
        >
          <TextInput autoComplete="off" inputMode="text" maxLength={64} />
        </Field>
        <div className="flex flex-wrap gap-2 *:grow sm:*:grow-0">
          <Button name="intent" value="look-up" variant="primary" icon={Search} pending={busy}>
            {t("who.find")}
          </Button>
          {miss?.miss === "unknownPhone" && (
            <Button name="intent" value="new-customer" icon={UserPlus} className="order-last">
              {t("who.newCustomer")}
            </Button>
          )}
          <LinkButton to={`/decide?customer=${WALK_IN}&order=none`}>{t("who.walkIn")}</LinkButton>
        </div>
      </Form>
    </Card>
  );
}

/** One line that says who it is, with the way back to choose somebody else. */
export function WalkInLine() {
  const { t } = useTranslation("decide");
  return (
    <p className="flex items-center justify-between gap-3">
      <span className="font-semibold">{t("customer.walkIn")}</span>
      <Link to="/decide" className="inline-flex min-h-target items-center underline underline-offset-4">
        {t("who.another")}
      </Link>
    </p>
  );
}
