import { Form, Link, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClasses } from "#ui/button.tsx";
import { Progress } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { SimulationView } from "../../simulation/view-models.ts";

const EVERY_MS = 1_500;

/** A run under way: looked at again every moment with scripts, by the browser's refresh or a link without. */
export function RunProgress({ run }: { run: SimulationView }) {
  const { t } = useTranslation("simulation");
  const { revalidate, state } = useRevalidator();
  const busy = useNavigation().state !== "idle";
  useEffect(() => {
    const timer = setTimeout(() => {
      if (state === "idle") revalidate();
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state, run]);
  return (
    <Card title={t("report.running")}>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <div role="status">
        <Progress value={run.done} max={run.total} label={run.total === 0 ? t("report.preparing") : t("report.progress", { done: run.done, total: run.total })} />
      </div>
      <p className="text-muted">{t("report.runningHint")}</p>
      <div className="flex flex-wrap gap-3">
        <Link to={`/simulations/${run.id}`} reloadDocument className={buttonClasses()}>
          {t("report.refresh")}
        </Link>
        {run.may.cancel && (
          <Form method="post">
            <Button name="intent" value="cancel" variant="danger" pending={busy}>{t("report.cancel")}</Button>
          </Form>
        )}
      </div>
    </Card>
  );
}
