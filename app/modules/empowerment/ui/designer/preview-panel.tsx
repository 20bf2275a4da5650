import { Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useHydrated } from "#ui/use-hydrated.ts";
import { Button } from "#ui/button.tsx";
import { classes } from "#ui/classes.ts";
import { Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { EditAnswer, EditPreview } from "../../design/view-models.ts";
import { ChangeLine } from "./change-line.tsx";
import { FindingLine } from "./finding-line.tsx";

const SHOWN = 4;

/** What saving would change, what is wrong, what it would have done, and the button to save exactly that. */
export function PreviewPanel({ version, answer, fresh }: { version: number; answer: EditAnswer | null; fresh: boolean }) {
  const { t } = useTranslation("designer");
  const busy = useNavigation().state !== "idle";
  const hydrated = useHydrated();
  const preview = answer?.preview ?? null;
  const ready = preview !== null && preview.changed && fresh;
  return (
    <Card title={t("preview.title")} aside={<span className="text-sm text-muted">{fresh ? hydrated && t("preview.live") : t("preview.stale")}</span>}>
      <div className="flex flex-wrap gap-2">
        {ready ? (
          <Button variant="primary" name="intent" value="save" pending={busy}>
            {t("preview.save")}
          </Button>
        ) : (
          <Button name="intent" value="preview" pending={busy}>
            {t("preview.show")}
          </Button>
        )}
      </div>
      <div aria-live="polite" className={classes("flex flex-col gap-5", !fresh && "opacity-60")}>
        {answer !== null && answer.faults.length > 0 && (
          <Banner tone="bad" title={t("preview.errorsLeft")}>
            <ul className="list-disc pl-5">
              {answer.faults.map((fault) => (
                <li key={`${fault.path} ${fault.code}`}>
                  <a href={`#rule-${fault.path}`} className="underline underline-offset-2">
                    {fault.message}
                  </a>
                </li>
              ))}
            </ul>
          </Banner>
        )}
        {preview === null && (answer === null || answer.faults.length === 0) && <p className="text-muted">{hydrated ? t("preview.nothing") : t("preview.mustSee")}</p>}
        {preview !== null && <PreviewBody version={version} preview={preview} />}
      </div>
    </Card>
  );
}

function PreviewBody({ version, preview }: { version: number; preview: EditPreview }) {
  const { t } = useTranslation("designer");
  const { meanwhile, changes, findings } = preview;
  return (
    <>
      {meanwhile && <Banner tone={meanwhile.samePart ? "bad" : "warn"}>{meanwhile.samePart ? t("preview.meanwhileSame", meanwhile) : t("preview.meanwhile", meanwhile)}</Banner>}
      {!preview.changed && <p className="text-muted">{t("preview.nothing")}</p>}
      <section className="flex flex-col gap-2">
        <h3 className="text-base font-semibold">{t("preview.changes")}</h3>
        {changes === null && <p className="text-muted">{t("preview.noneInForce")}</p>}
        {changes?.length === 0 && <p className="text-muted">{t("preview.noChanges")}</p>}
        {changes !== null && changes.length > 0 && (
          <ul className="flex flex-col gap-3">
            {changes.slice(0, SHOWN).map((change) => (
              <li key={`${change.role} ${change.gesture.code}`}>
                <ChangeLine change={change} />
              </li>
            ))}
          </ul>
        )}
        {changes !== null && changes.length > SHOWN && <p className="text-sm text-muted">{t("preview.moreChanges", { count: changes.length - SHOWN })}</p>}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="text-base font-semibold">{t("preview.wrong")}</h3>
        {findings.length === 0 && <p className="text-muted">{preview.earlierFindings > 0 ? t("preview.nothingNew") : t("preview.nothingWrong")}</p>}
        {findings.length > 0 && (
          <ul className="flex flex-col gap-3">
            {findings.slice(0, SHOWN).map((finding) => (
              <li key={finding.key}>
                <FindingLine finding={finding} />
              </li>
            ))}
          </ul>
        )}
        {preview.earlierFindings + findings.length > Math.min(findings.length, SHOWN) && (
          <Link to={`/policies/${version}/check`} className="text-sm underline underline-offset-4">
            {t("preview.moreFindings", { count: preview.earlierFindings + Math.max(0, findings.length - SHOWN) })}
          </Link>
        )}
      </section>
      <Effect version={version} preview={preview} />
      <Tests preview={preview} />
    </>
  );
}

function Effect({ version, preview: { effect } }: { version: number; preview: EditPreview }) {
  const { t } = useTranslation("designer");
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{t("preview.effect")}</h3>
      {effect === null || effect.judged === 0 ? (
        <p className="text-muted">{t("preview.effectNone")}</p>
      ) : (
        <>
          <p>{t("preview.effectCases", { judged: effect.judged })}</p>
          <ul className="list-disc pl-5 tabular-nums">
            <li>{t("preview.effectGranted", effect.granted)}</li>
            <li>{t("preview.effectCost", effect.cost)}</li>
            {effect.waitingMinutesSaved > 0 && <li>{t("preview.effectWaiting", { minutes: effect.waitingMinutesSaved })}</li>}
            {effect.waitingMinutesSaved < 0 && <li>{t("preview.effectWaitingMore", { minutes: -effect.waitingMinutesSaved })}</li>}
          </ul>
        </>
      )}
      <Link to={`/policies/${version}/simulate`} className="text-sm underline underline-offset-4">
        {t("preview.effectFull")}
      </Link>
    </section>
  );
}

function Tests({ preview: { tests } }: { preview: EditPreview }) {
  const { t } = useTranslation("designer");
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{t("preview.tests")}</h3>
      {tests.total === 0 && <p className="text-muted">{t("preview.testsNone")}</p>}
      {tests.total > 0 && tests.failed.length === 0 && <p className="text-muted">{t("preview.testsPass", { total: tests.total })}</p>}
      {tests.failed.length > 0 && (
        <div className="text-bad">
          <p className="font-semibold">{t("preview.testsFail", { count: tests.failed.length })}</p>
          <ul className="list-disc pl-5">
            {tests.failed.map((test) => (
              <li key={test.name}>{t("preview.testLine", test)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
