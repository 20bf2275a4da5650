import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "#ui/layout.tsx";
import type { UpwardItem, UpwardView } from "../view-models.ts";
import { useWords } from "./use-words.ts";

/** Questions for talking with a team that must not be shown by itself, and what others changed. */
function Guide({ elsewhere, of }: { elsewhere: readonly string[]; of: string | null }) {
  const { t } = useTranslation(["leading", "pulse"]);
  return (
    <>
      <p className="text-muted">{of === null ? t("upward.guide") : t("upward.guideOf", { name: of })}</p>
      <ol className="list-decimal pl-5">
        <li>{t("pulse:guide.one")}</li>
        <li>{t("pulse:guide.two")}</li>
        <li>{t("pulse:guide.three")}</li>
      </ol>
      {elsewhere.length > 0 && (
        <>
          <p className="text-muted">{t("upward.elsewhere")}</p>
          <ul className="list-disc pl-5">{elsewhere.map((words) => <li key={words}>{words}</li>)}</ul>
        </>
      )}
    </>
  );
}

function Item({ item: { question, favourable, atLeast, trend } }: { item: UpwardItem }) {
  const { t } = useTranslation("leading");
  const { local, format } = useWords();
  const said = [
    ...(favourable === null ? [] : [t("upward.favourable", { share: format.percent(favourable, 0), n: atLeast })]),
    ...(trend === null ? [] : [t(`upward.trend.${trend}`)]),
  ];
  return (
    <li>
      <p>{local(question)}</p>
      <p className="text-sm text-muted">{said.length === 0 ? t("upward.kept") : said.join(" · ")}</p>
    </li>
  );
}

/** What a leader's people say, as far as it may be told; for a team too small, the next larger group's and three questions to ask. `of`: whose page somebody else reads. */
export function UpwardCard({ upward, of }: { upward: UpwardView | null; of: string | null }) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  const told = upward?.items.some(({ favourable, trend }) => favourable !== null || trend !== null) ?? false;
  return (
    <Card title={t("upward.title")}>
      {upward === null || !told ? (
        <p className="text-muted">{t(upward === null ? "upward.unasked" : "upward.hidden")}</p>
      ) : (
        <>
          <p className="text-muted">
            <Link to={`/pulses/${upward.pulse.id}/results`} className="underline underline-offset-4">{local(upward.pulse.title)}</Link>
          </p>
          {upward.larger !== null && <p>{t("upward.larger", { group: upward.larger.line === null ? t("upward.everybody") : t("upward.teamOf", { name: local(upward.larger.line) }) })} {upward.larger.ofManagers && t("upward.ofManagers")}</p>}
          <ul className="flex flex-col gap-2">{upward.items.map((item) => <Item key={item.question.vi} item={item} />)}</ul>
        </>
      )}
      {(upward === null || !told || upward.larger !== null) && <Guide elsewhere={upward?.elsewhere ?? []} of={of} />}
    </Card>
  );
}
