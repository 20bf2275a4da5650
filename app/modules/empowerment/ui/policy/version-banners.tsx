import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import type { AuthorityView } from "../../view-models.ts";

/** The version in force, said to be understood or not yet; and the one to come, before it holds. */
export function VersionBanners({ authority, mayAnswer }: { authority: AuthorityView; mayAnswer: boolean }) {
  const { t } = useTranslation(["decide", "policy"]);
  const busy = useNavigation().state !== "idle";
  const { policyVersion, coming } = authority;
  const changes = (version: number) => (
    <LinkButton to={`/policies/${version}/respond`} variant="secondary">
      {t("policy:respond.see")}
    </LinkButton>
  );
  return (
    <>
      {coming !== null && (
        <Banner tone={coming.answered ? "info" : "waiting"} title={t("authority.coming", { version: coming.version, at: coming.effectiveFrom })} action={changes(coming.version)}>
          {!coming.answered && mayAnswer && t("policy:respond.unanswered")}
        </Banner>
      )}
      {authority.readAt !== null && <Banner tone="good">{t("authority.readAt", { at: authority.readAt })}</Banner>}
      {authority.readAt === null && mayAnswer && (
        <Form method="post">
          <Banner
            tone="info"
            title={t("policies.version", { version: policyVersion })}
            action={
              <div className="flex flex-wrap gap-2">
                {changes(policyVersion)}
                {!authority.asks && (
                  <Button variant="primary" name="version" value={policyVersion} pending={busy}>
                    {t("authority.read")}
                  </Button>
                )}
              </div>
            }
          >
            {t("policies.from", { at: authority.effectiveFrom })}
          </Banner>
        </Form>
      )}
    </>
  );
}
