import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { Card } from "#ui/layout.tsx";
import { type PersonOption, PersonPicker } from "#ui/person-picker.tsx";
import type { FairnessView } from "../fairness-view.ts";

/** People who did good unseen, each with a private word to their manager. */
export function UnseenCard({ unseen }: Pick<FairnessView, "unseen">) {
  const { t } = useTranslation("recognition");
  const busy = useNavigation().state !== "idle";
  return (
    <Card title={t("fairness.unseen")}>
      <p className="text-sm text-muted">{t("fairness.unseenLead")}</p>
      {unseen.length === 0 && <p>{t("fairness.unseenEmpty")}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {unseen.map(({ person, good, example, hasManager, nudgedAt }) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div>
              <p className="font-semibold">{person.name}</p>
              <p className="text-sm text-muted">{t("fairness.good", { count: good, at: example.at })}</p>
            </div>
            {nudgedAt !== null ? (
              <span className="text-sm text-muted">{t("fairness.nudged", { at: nudgedAt })}</span>
            ) : hasManager ? (
              <Form method="post">
                <input type="hidden" name="personId" value={person.id} />
                <input type="hidden" name="evidence" value={`${example.kind}:${example.id}`} />
                <Button name="intent" value="nudge" pending={busy} aria-label={`${t("fairness.nudge")}: ${person.name}`}>{t("fairness.nudge")}</Button>
              </Form>
            ) : (
              <span className="text-sm text-muted">{t("fairness.noManager")}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Those nobody recognised, and those who often thank each other. */
export function NamesCards({ notReached, pairs, placeName }: Pick<FairnessView, "notReached" | "pairs"> & { placeName: (site: string | null, department: string | null) => string }) {
  const { t } = useTranslation("recognition");
  return (
    <>
      <Card title={t("fairness.notReached")}>
        <p className="text-sm text-muted">{t("fairness.notReachedLead")}</p>
        {notReached.length === 0 ? (
          <p>{t("fairness.notReachedEmpty")}</p>
        ) : (
          <Fold summary={t("fairness.count", { count: notReached.length })}>
            <ul className="flex flex-col gap-2">
              {notReached.map(({ person, site, department, night }) => (
                <li key={person.id}>
                  {person.name} <span className="text-sm text-muted">{placeName(site, department)}{night && ` · ${t("fairness.night")}`}</span>
                </li>
              ))}
            </ul>
          </Fold>
        )}
      </Card>
      <Card title={t("fairness.pairs")}>
        <p className="text-sm text-muted">{t("fairness.pairsLead")}</p>
        {pairs.length === 0 ? (
          <p>{t("fairness.pairsEmpty")}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {pairs.map(({ a, b, returned }) => (
              <li key={`${a.id} ${b.id}`}>{t("fairness.pair", { a: a.name, b: b.name, count: returned })}</li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

/** Who works at night, marked by hand. */
export function NightCard({ nightWorkers, people, refusal }: Pick<FairnessView, "nightWorkers"> & { people: readonly PersonOption[]; refusal: RefusalLike | null }) {
  const { t } = useTranslation(["recognition", "ui"]);
  const busy = useNavigation().state !== "idle";
  return (
    <Card title={t("fairness.nightTitle")}>
      <p className="text-sm text-muted">{t("fairness.nightLead")}</p>
      {nightWorkers.length === 0 ? (
        <p>{t("fairness.nightEmpty")}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {nightWorkers.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between gap-3">
              {name}
              <Form method="post">
                <input type="hidden" name="personId" value={id} />
                <Button variant="quiet" name="intent" value="day" pending={busy} aria-label={t("fairness.nightRemove", { name })}>{t("ui:action.remove")}</Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="flex flex-col gap-3" key={nightWorkers.length}>
        <PersonPicker label={t("fairness.nightAdd")} id="personId" name="personId" options={people} searchUrl="/people/options" errors={errorsAt(refusal, "personId")} />
        <Button name="intent" value="night" pending={busy} className="self-start">{t("fairness.nightSave")}</Button>
      </Form>
    </Card>
  );
}
