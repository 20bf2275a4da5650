import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { Scenario } from "../../domain/content.ts";
import { useBilingual } from "./use-bilingual.ts";

interface NodeListProps {
  readonly scenario: Scenario;
  readonly hrefOf: (node: string) => string;
  readonly faulty: ReadonlySet<string>;
}

/** The turns and endings in words: what is said, where each choice leads. */
export function NodeList({ scenario, hrefOf, faulty }: NodeListProps) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {scenario.nodes.map((node) => (
        <li key={node.code} className="flex flex-col gap-1 py-2">
          <div className="flex flex-wrap items-center gap-x-3">
            <Link to={hrefOf(node.code)} className="inline-flex min-h-target items-center font-semibold underline underline-offset-4">{t(node.kind === "turn" ? "scenario.turn" : "scenario.ending", { code: node.code })}</Link>
            {node.code === scenario.start && <Badge tone="info" icon={null}>{t("scenario.startMark")}</Badge>}
            {faulty.has(node.code) && <Badge tone="bad">{t("findings.error")}</Badge>}
          </div>
          {text(node.says) !== "" && <p className="text-muted">“{text(node.says)}”</p>}
          {node.kind === "turn" && (
            <ul className="pl-4 text-sm">
              {node.choices.map((choice) => (
                <li key={choice.code}>
                  {text(choice.text) || choice.code} <span className="whitespace-nowrap text-muted">{choice.to === "" ? t("scenario.leadsNowhere") : t("scenario.leadsTo", { code: choice.to })}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
