import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerReaders } from "#composition/policy.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { readersView } from "#modules/empowerment/public.server.ts";
import { OwnTeam, RaisedList, TeamTable } from "#modules/empowerment/ui/policy/readers.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card } from "#ui/layout.tsx";

export const loader = page("policies.readers", async ({ actor, params }) => {
  const readers = await readersView(actor, Number(params.version), systemClock.now());
  if (readers === null) throw notFound();
  return json({ readers });
});

export const action = act("policies.answer", async ({ actor, params, form }) => {
  const version = Number(params.version);
  return redirectWithToast(`/policies/${version}/readers`, await answerReaders(actor, version, form));
});

export default function PolicyReadersPage() {
  const { t } = useTranslation("policy");
  const { readers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { state, formData } = useNavigation();
  const own = readers.teams.find((team) => team.own)?.people ?? null;
  const { bound, understood, open } = readers.total;
  return (
    <>
      <FormErrors refusal={refused?.refusal ?? null} />
      <Card>
        <p>
          {t("readers.all", { bound, understood, open })} <span className="text-muted">{t("readers.names")}</span>
        </p>
        {readers.mayRemind && open > 0 && (
          <Form method="post" className="flex flex-col gap-2">
            <div>
              <Button name="intent" value="remind" pending={state !== "idle" && formData?.get("intent") === "remind"}>
                {t("readers.remind")}
              </Button>
            </div>
            <p className="text-sm text-muted">{t("readers.remindHint")}</p>
          </Form>
        )}
      </Card>
      {readers.raised.length > 0 && <RaisedList raised={readers.raised} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}
      {own && <OwnTeam people={own} />}
      {readers.teams.length === 0 && <EmptyState title={t("readers.none")} />}
      {readers.teams.some((team) => !team.own) && <TeamTable readers={readers} />}
    </>
  );
}
