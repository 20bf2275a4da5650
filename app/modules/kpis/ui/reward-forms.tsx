import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import type { Role } from "#access/roles.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import { type PersonOption, PersonPicker } from "#ui/person-picker.tsx";
import type { KindView } from "../rewards/queries.server.ts";
import { useFigures } from "./use-figures.ts";

interface FormState {
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** Proposes a reward on evidence. */
export function ProposeForm({ kinds, people, refusal, typed, idempotencyKey }: FormState & { kinds: readonly KindView[]; people: readonly PersonOption[]; idempotencyKey: string }) {
  const { t } = useTranslation("scorecards");
  const { local } = useFigures();
  const offered = kinds.filter(({ active }) => active);
  const mine = typed["intent"] === "propose" ? typed : {};
  return (
    <Card title={t("rewards.propose")}>
      {offered.length === 0 ? (
        <p className="text-muted">{t("rewards.noKinds")}</p>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <PersonPicker label={t("rewards.person")} id="personId" name="personId" defaultValue={mine["personId"]} options={people} searchUrl="/people/options" errors={errorsAt(refusal, "personId")} />
          <Field label={t("rewards.kind")} id="kind" name="kind" defaultValue={mine["kind"]} errors={errorsAt(refusal, "kind")} required>
            <Select placeholder={true} options={offered.map(({ code, name }) => ({ value: code, label: local(name) }))} />
          </Field>
          <Field label={t("rewards.reason")} id="reason" name="reason" defaultValue={mine["reason"]} errors={errorsAt(refusal, "reason")} required>
            <TextArea rows={3} maxLength={1000} />
          </Field>
          <Field label={t("rewards.evidence")} id="evidence" name="evidence" hint={t("rewards.evidenceHint")} defaultValue={mine["evidence"]} errors={[0, 1, 2, 3, 4].flatMap((index) => errorsAt(refusal, `evidence.${index}`)).concat(errorsAt(refusal, "evidence")).slice(0, 1)} required>
            <TextArea rows={2} />
          </Field>
          <Button variant="primary" name="intent" value="propose" className="self-start">{t("rewards.send")}</Button>
        </Form>
      )}
    </Card>
  );
}

/** The share of variable pay by role, for all to see; for HR with the form to declare it. */
export function PayShares({ shares, declares, refusal, typed }: FormState & { shares: readonly { readonly role: Role; readonly percent: number | null }[]; declares: boolean }) {
  const { t } = useTranslation(["scorecards", "kpis"]);
  const format = useFormat();
  return (
    <Card title={t("rewards.shareTitle")}>
      <p className="text-muted">{t("rewards.shareLead")}</p>
      <DefinitionList items={shares.map(({ role, percent }) => ({ label: t(`kpis:role.${role}`), value: percent === null ? t("rewards.notDeclared") : format.percent(percent) }))} />
      {declares && (
        <Fold summary={t("rewards.declare")} open={typed["intent"] === "pay-share"}>
          <Form method="post" className="flex flex-col gap-3">
            <Field label={t("rewards.role")} name="role" defaultValue={typed["role"]}>
              <Select options={shares.map(({ role }) => ({ value: role, label: t(`kpis:role.${role}`) }))} />
            </Field>
            <Field label={t("rewards.percent")} id="percent" name="percent" defaultValue={typed["percent"]} errors={errorsAt(refusal, "percent")} required>
              <TextInput inputMode="numeric" className="max-w-32" />
            </Field>
            <Button name="intent" value="pay-share" className="self-start">{t("rewards.declare")}</Button>
          </Form>
        </Fold>
      )}
    </Card>
  );
}

/** What can be given; for HR with the form to add or change one. */
export function RewardKinds({ kinds, declares, refusal, typed }: FormState & { kinds: readonly KindView[]; declares: boolean }) {
  const { t } = useTranslation("scorecards");
  const format = useFormat();
  const { local } = useFigures();
  const mine = typed["intent"] === "kind" ? typed : {};
  if (!declares && kinds.length === 0) return null;
  return (
    <Card title={t("rewards.kinds")}>
      {kinds.length === 0 && <p className="text-muted">{t("rewards.noKinds")}</p>}
      <DefinitionList items={kinds.map(({ name, amount, active }) => ({ label: local(name), value: `${amount === null ? NO_VALUE : format.money({ minor: amount, currency: "VND" })}${active ? "" : `, ${t("rewards.inactive")}`}` }))} />
      {declares && (
        <Fold summary={t("rewards.kindSave")} open={typed["intent"] === "kind"}>
          <Form method="post" className="flex flex-col gap-3">
            <Field label={t("rewards.code")} id="kindCode" name="kindCode" errors={[...errorsAt(refusal, "kindCode"), ...errorsAt(refusal, "code")]} required><TextInput maxLength={64} /></Field>
            <Field label={t("design.nameVi")} id="nameVi" name="nameVi" defaultValue={mine["nameVi"]} errors={errorsAt(refusal, "nameVi")} required><TextInput maxLength={120} /></Field>
            <Field label={t("design.nameEn")} id="nameEn" name="nameEn" defaultValue={mine["nameEn"]} errors={errorsAt(refusal, "nameEn")} required><TextInput maxLength={120} /></Field>
            <Field label={t("rewards.amount")} id="amount" name="amount" defaultValue={mine["amount"]} errors={errorsAt(refusal, "amount")} optional><TextInput inputMode="numeric" /></Field>
            <Field label={t("rewards.active")} name="active" defaultValue={mine["active"] ?? "yes"}>
              <Select options={[{ value: "yes", label: t("rewards.active") }, { value: "no", label: t("rewards.inactive") }]} />
            </Field>
            <Button name="intent" value="kind" className="self-start">{t("rewards.kindSave")}</Button>
          </Form>
        </Fold>
      )}
    </Card>
  );
}
