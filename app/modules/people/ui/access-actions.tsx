import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";

export interface LinkView {
  readonly address: string;
  readonly expiresAt: string;
  readonly emailed: boolean;
}

/** A sign-in link that was just made; shown this once. */
export function MadeLink({ name, link }: { name: string; link: LinkView }) {
  const { t } = useTranslation("people");
  return (
    <Banner tone="good" live="status" title={t("access.link")} action={<CopyButton text={link.address} />}>
      <p className="break-all">{link.address}</p>
      <p>{t("access.linkMade", { name, until: link.expiresAt })}</p>
      {link.emailed && <p>{t("access.emailed")}</p>}
    </Banner>
  );
}

export interface AccessActionsProps {
  name: string;
  active: boolean;
  may: { readonly link: boolean; readonly endSessions: boolean; readonly removeFactor: boolean; readonly deactivate: boolean; readonly erase: boolean };
}

/** Sign-in links, signing out, a lost second factor, ending and reopening an account, erasing somebody's details; what cannot be undone asks first. */
export function AccessActions({ name, active, may }: AccessActionsProps) {
  const { t } = useTranslation("people");
  return (
    <>
      {may.link && (
        <Card title={t("access.linkTitle")}>
          <p className="text-muted">{t("access.linkLead")}</p>
          <Form method="post" className="flex flex-wrap gap-2">
            <Button name="intent" value="invitation">{t("access.invitation")}</Button>
            <Button name="intent" value="reset">{t("access.reset")}</Button>
          </Form>
        </Card>
      )}
      {may.endSessions && (
        <Card title={t("access.sessionsTitle")}>
          <p className="text-muted">{t("access.sessionsLead")}</p>
          <Form method="post">
            <Button name="intent" value="end-sessions">{t("access.endSessions")}</Button>
          </Form>
        </Card>
      )}
      {may.removeFactor && (
        <Card title={t("access.factorTitle")}>
          <p className="text-muted">{t("access.factorLead")}</p>
          <ConfirmDialog trigger={t("access.removeFactor")} triggerVariant="danger" title={t("access.factorConfirm", { name })} description={t("access.factorLead")} confirm={t("access.removeFactor")}>
            <input type="hidden" name="intent" value="remove-factor" />
          </ConfirmDialog>
        </Card>
      )}
      {may.deactivate && active && (
        <Card title={t("access.deactivateTitle")}>
          <p className="text-muted">{t("access.deactivateLead")}</p>
          <ConfirmDialog trigger={t("access.deactivate")} triggerVariant="danger" title={t("access.deactivateConfirm", { name })} description={t("access.deactivateLead")} confirm={t("access.deactivate")}>
            <input type="hidden" name="intent" value="deactivate" />
          </ConfirmDialog>
        </Card>
      )}
      {may.deactivate && !active && (
        <Card title={t("access.reactivateTitle")}>
          <p className="text-muted">{t("access.reactivateLead")}</p>
          <Form method="post">
            <Button name="intent" value="reactivate">{t("access.reactivate")}</Button>
          </Form>
        </Card>
      )}
      {may.erase && (
        <Card title={t("access.eraseTitle")}>
          <p className="text-muted">{t("access.eraseLead")}</p>
          <ConfirmDialog trigger={t("access.erase")} triggerVariant="danger" title={t("access.eraseConfirm", { name })} description={t("access.eraseLead")} confirm={t("access.erase")}>
            <input type="hidden" name="intent" value="erase" />
          </ConfirmDialog>
        </Card>
      )}
    </>
  );
}
