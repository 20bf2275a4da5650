import { Form, useNavigation } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Checkbox, CheckChips, RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { IntegerInput, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { MoneyInput } from "#ui/money-input.tsx";
import type { DecideChoices, MoneyView } from "../view-models.ts";
import { ADDRESS_FORMS, type Situation, WALK_IN } from "./decide-form.ts";
import { useBilingual } from "./verdict-panel.tsx";

export const FEELINGS = ["annoyed", "disappointed", "worried", "tired_of_waiting", "calm", "happy"] as const;

/** An order that Tâm knows of, for one tap. */
export interface KnownOrder {
  readonly ref: string;
  readonly value: MoneyView;
  readonly daysAgo: number;
}

export interface SituationStepProps {
  situation: Situation;
  choices: DecideChoices;
  orders: readonly KnownOrder[];
}

/** What happened? The feeling first, in one tap or none; the reason is the button that goes on. */
export function SituationStep({ situation, choices, orders }: SituationStepProps) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const name = useBilingual();
  const known = situation.customer !== WALK_IN;
  const [order, setOrder] = useState(situation.order || (known ? "" : "none"));
  const orderChips = (
    <RadioChips
      label={t("what.order")}
      name="order"
      selected={order}
      onChange={setOrder}
      options={[
        { value: "none", label: t("what.noOrder") },
        ...orders.map((one) => ({ value: one.ref, label: t("what.orderOf", { ref: one.ref, value: one.value }), hint: t("what.orderAge", { days: one.daysAgo }) })),
        { value: "other", label: t("what.otherOrder") },
      ]}
    />
  );
  return (
    <Form method="get" action="/decide" className="flex flex-col gap-6">
      <input type="hidden" name="customer" value={situation.customer} />
      <Card>
        <RadioChips label={t("what.felt")} name="felt" layout="words" selected={situation.felt} options={FEELINGS.map((felt) => ({ value: felt, label: t(`empowerment:felt.${felt}`) }))} />
        <RadioChips label={t("what.call")} name="call" layout="words" selected={situation.call} options={ADDRESS_FORMS.map((form) => ({ value: form, label: <span lang="vi">{form}</span> }))} />
        {known && orderChips}
        {choices.channel === null ? (
          <RadioChips
            label={t("what.channel")}
            name="channel"
            layout="words"
            required
            selected={situation.channel}
            options={choices.channels.map((channel) => ({ value: channel.code, label: name(channel.name) }))}
          />
        ) : (
          <input type="hidden" name="channel" value={choices.channel} />
        )}
        <Further situation={situation} choices={choices} open={order === "other"}>
          {!known && orderChips}
        </Further>
      </Card>
      <Card title={t("what.reason")}>{choices.reasons.length === 0 ? <p>{t("what.noReasons")}</p> : <Reasons reasons={choices.reasons} />}</Card>
    </Form>
  );
}

/** What is seldom needed: an order that Tâm does not know, marks, the case this goes on with. */
function Further({ situation, choices, open, children }: { situation: Situation; choices: DecideChoices; open: boolean; children: ReactNode }) {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  return (
    <details open={open || situation.flags.length > 0 || situation.proactive || undefined}>
      <summary className="inline-flex min-h-target cursor-pointer items-center underline underline-offset-4">{t("what.more")}</summary>
      <div className="mt-3 flex flex-col gap-5">
        {children}
        <div className="grid gap-4 sm:grid-cols-3 sm:items-end">
          <Field label={t("what.orderRef")} name="orderRef" defaultValue={situation.orderRef} optional>
            <TextInput maxLength={64} autoComplete="off" />
          </Field>
          <Field label={t("what.orderValue")} name="orderValue" defaultValue={situation.orderValue} optional>
            <MoneyInput currency={choices.currency} />
          </Field>
          <Field label={t("what.orderDays")} name="orderDays" defaultValue={situation.orderDays} optional>
            <IntegerInput maxLength={5} />
          </Field>
        </div>
        {choices.flags.length > 0 && (
          <CheckChips label={t("what.flags")} name="flags" optional selected={situation.flags} options={choices.flags.map((flag) => ({ value: flag.code, label: name(flag.name) }))} />
        )}
        <Checkbox name="proactive" value="1" defaultChecked={situation.proactive} label={t("what.proactive")} />
        <Field label={t("what.case")} name="caseRef" defaultValue={situation.caseRef} optional>
          <TextInput maxLength={64} autoComplete="off" />
        </Field>
      </div>
    </details>
  );
}

function Reasons({ reasons }: { reasons: DecideChoices["reasons"] }) {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  const chosen = useNavigation().formData?.get("reason");
  return (
    <ul aria-label={t("what.reason")} className="grid grid-cols-2 gap-2">
      {reasons.map((reason) => (
        <li key={reason.code}>
          <Button name="reason" value={reason.code} pending={chosen === reason.code} className="h-full w-full justify-start px-3 text-left leading-snug sm:px-4">
            {name(reason.name)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
