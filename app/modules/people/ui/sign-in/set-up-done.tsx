import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Card, PageHeader } from "#ui/layout.tsx";

/** After the set-up: the link for the second person, shown once, and the way on. */
export function SetUpDone({ invitation, origin }: { invitation: { name: string; path: string; emailed: boolean } | null; origin: string }) {
  const { t } = useTranslation("sign-in");
  const link = invitation ? origin + invitation.path : "";
  return (
    <>
      <PageHeader title={t("setup.doneTitle")} />
      {invitation && (
        <Card>
          <p>{t("setup.invitation", { name: invitation.name })}</p>
          <p className="font-mono break-all" data-link>{link}</p>
          <CopyButton text={link} />
          {invitation.emailed && <p>{t("setup.emailed")}</p>}
        </Card>
      )}
      <LinkButton to="/" variant="primary" size="large" reloadDocument>{t("setup.goOn")}</LinkButton>
    </>
  );
}
