import { json } from "@remix-run/node";
import { Form, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isAddressForm } from "#i18n/overlay.ts";
import { systemClock } from "#kernel/clock.ts";
import { choosePreferences, endOtherSessions, endOwnSession, ownAccount } from "#modules/people/public.server.ts";
import { DeviceList } from "#modules/people/ui/sign-in/device-list.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Card, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { PreferencesForm } from "#ui/preferences-form.tsx";
import type { RootData } from "../root.tsx";

export const handle: PageHandle = { title: "sign-in:account.title" };

const AS_ORGANISATION = "organisation";

export const loader = page("account.self", async ({ actor, session, locale }) => json({ ...(await ownAccount(actor, session)), locale }));

export const action = act("account.self", async ({ actor, session, form }) => {
  switch (form.get("intent")) {
    case "address": {
      const wish = form.get("addressForm");
      if (wish !== AS_ORGANISATION && !isAddressForm(wish)) throw invalidInput({ path: "addressForm", code: "not_in_list" });
      await choosePreferences({ addressForm: wish === AS_ORGANISATION ? null : wish }, { actor, source: "screen", now: systemClock.now() });
      return redirectWithToast("/account", { key: "sign-in:account.saved" });
    }
    case "end-device":
      await endOwnSession(actor, String(form.get("device") ?? ""));
      return redirectWithToast("/account", { key: "sign-in:account.deviceEnded" });
    case "end-others":
      await endOtherSessions(actor, session);
      return redirectWithToast("/account", { key: "sign-in:account.othersEnded" });
    default:
      throw invalidInput({ path: "intent", code: "not_in_list" });
  }
});

export default function AccountPage() {
  const account = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<RootData>("root");
  const { t } = useTranslation("sign-in");
  const living = account.tokens.filter((token) => token.state === "living").length;
  const since = (iso: string | null) => (iso === null ? t("account.never") : t("account.passwordSince", { at: iso }));
  const factor = account.secondFactorSince === null ? t("account.secondFactorOff") : t("account.secondFactorOn", { at: account.secondFactorSince });
  return (
    <Page>
      <PageHeader title={t("account.title")} lead={`${account.name} · ${account.email}`} />
      <Card title={t("account.security")}>
        <DefinitionList
          items={[
            { label: t("account.password"), value: since(account.passwordSetAt) },
            { label: t("account.secondFactor"), value: factor },
            { label: t("account.tokens"), value: t("account.tokenCount", { count: living }) },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <LinkButton to="/account/password">{t("account.changePassword")}</LinkButton>
          <LinkButton to="/account/second-factor">{t("account.secondFactor")}</LinkButton>
          <LinkButton to="/account/tokens">{t("account.manageTokens")}</LinkButton>
        </div>
      </Card>
      <Card title={t("account.devices")}>
        <DeviceList devices={account.devices} />
        <div className="flex flex-wrap gap-2">
          <Form method="post">
            <input type="hidden" name="intent" value="end-others" />
            <Button>{t("account.endOthers")}</Button>
          </Form>
          <Form method="post" action="/sign-out" reloadDocument>
            <input type="hidden" name="everywhere" value="1" />
            <Button variant="danger">{t("account.everywhere")}</Button>
          </Form>
        </div>
      </Card>
      <Card title={t("account.preferences")}>
        <PreferencesForm theme={root?.theme ?? "system"} locale={account.locale} />
        <Form method="post" className="flex flex-col items-start gap-4">
          <input type="hidden" name="intent" value="address" />
          <RadioChips
            label={t("account.addressForm")}
            name="addressForm"
            selected={account.addressForm ?? AS_ORGANISATION}
            options={[
              { value: AS_ORGANISATION, label: t("account.addressFormDefault") },
              { value: "bạn", label: t("account.addressForms.friend") },
              { value: "anh/chị", label: t("account.addressForms.elder") },
            ]}
          />
          <Button>{t("account.savePreferences")}</Button>
        </Form>
        <div>
          <LinkButton to="/account/notifications">{t("account.notifications")}</LinkButton>
        </div>
      </Card>
      <Form method="post" action="/sign-out" reloadDocument>
        <Button variant="quiet">{t("account.signOut")}</Button>
      </Form>
    </Page>
  );
}
