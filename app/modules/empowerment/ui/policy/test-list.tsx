import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { PolicyTestsView, PolicyTestView } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";

/** A value of an expectation in words: an outcome, a reason, a rule's name, an amount. */
function useSaid(currency: string): (test: PolicyTestView, value: string) => string {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const name = useBilingual();
  return ({ field, ruleNames }, value) => {
    const rule = ruleNames[value];
    if (rule !== undefined) return name(rule);
    if (value === "null" || value === "undefined") return t("change.none");
    if (field === "outcome") return words(t, "policy:tests.outcome", { code: value });
    if (field === "reason") return words(t, "policy:tests.reason", { code: value });
    if (field === "limit" || field === "room") return format.money({ minor: Number(value), currency });
    return field === "binding" && value === "case" ? t("tests.case") : value;
  };
}

/** The test cases of a version, those that differ first: who asks for what, and the first thing that is not as expected. */
export function TestList({ view }: { view: PolicyTestsView }) {
  const sorted = [...view.tests].sort((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <Card>
      <ol className="flex flex-col divide-y divide-line">
        {sorted.map((test) => (
          <TestLine key={test.index} test={test} view={view} />
        ))}
      </ol>
    </Card>
  );
}

function TestLine({ test, view }: { test: PolicyTestView; view: PolicyTestsView }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const name = useBilingual();
  const said = useSaid(view.currency);
  const { state, formData } = useNavigation();
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">{test.name}</p>
        <p className="text-muted">
          {format.list(test.roles.map((role) => words(t, "ui:role", { code: role })))} · {name(test.gesture.name)}
          {test.minor !== null && <> {format.money({ minor: test.minor, currency: view.currency })}</>}
          {test.passed && <> · {t("tests.expects", { expected: said(test, test.expected) })}</>}
        </p>
        {!test.passed && (
          <p className="font-semibold text-bad">
            {t("tests.differs", { what: words(t, "policy:tests.field", { code: test.field }), expected: said(test, test.expected), actual: said(test, test.actual) })}
          </p>
        )}
      </div>
      <div className="flex items-center gap-2">
        <Badge tone={test.passed ? "good" : "bad"}>{test.passed ? t("tests.passed") : t("tests.failed")}</Badge>
        {view.mayEdit && (
          <Form method="post">
            <input type="hidden" name="revision" value={view.revision} />
            <Button variant="quiet" name="remove" value={test.index} pending={state !== "idle" && formData?.get("remove") === String(test.index)} aria-label={t("tests.removeNamed", { name: test.name })}>
              {t("tests.remove")}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}
