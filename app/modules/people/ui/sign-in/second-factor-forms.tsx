import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";

interface OfferView {
  readonly sealed: string;
  readonly secret: string;
  /** SVG made on the server from the secret alone. */
  readonly qr: string;
}

/** Scan, then confirm with a code. */
export function EnrolForm({ offer, refusal }: { offer: OfferView; refusal: RefusalLike | null }) {
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={{ code: "code" }} />
      <p>{t("secondFactor.scan")}</p>
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qr)}`} alt={t("secondFactor.qrLabel")} width={220} height={220} className="rounded-card bg-white p-2" />
      <div>
        <p className="text-sm text-muted">{t("secondFactor.secret")}</p>
        <p className="flex flex-wrap items-center gap-3 font-mono text-lg break-all">
          {offer.secret}
          <CopyButton text={offer.secret.replaceAll(" ", "")} />
        </p>
      </div>
      <input type="hidden" name="sealed" value={offer.sealed} />
      <Field label={t("secondFactor.code")} id="code" name="code" errors={errorsAt(refusal, "code")} required>
        <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={8} className="max-w-40" />
      </Field>
      <Button variant="primary" size="large" pending={busy}>{t("secondFactor.submit")}</Button>
    </Form>
  );
}

/** What can be done with a second factor that is set up. */
export function SecondFactorInUse({ codesLeft }: { codesLeft: number }) {
  const { t } = useTranslation("sign-in");
  return (
    <Card>
      <p>{t("secondFactor.codesLeft", { count: codesLeft })}</p>
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog trigger={t("secondFactor.newCodes")} title={t("secondFactor.newCodes")} description={t("secondFactor.newCodesHint")} confirm={t("secondFactor.newCodes")} tone="primary">
          <input type="hidden" name="intent" value="new-codes" />
        </ConfirmDialog>
        <LinkButton to="/account/second-factor?again=1">{t("secondFactor.replace")}</LinkButton>
        <ConfirmDialog trigger={t("secondFactor.remove")} triggerVariant="quiet" title={t("secondFactor.remove")} description={t("secondFactor.removeHint")} confirm={t("secondFactor.remove")}>
          <input type="hidden" name="intent" value="remove" />
        </ConfirmDialog>
      </div>
    </Card>
  );
}
