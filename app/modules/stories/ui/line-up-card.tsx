import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "#ui/layout.tsx";
import type { LineUpView } from "../view-models.ts";
import { StoryParts } from "./story-card.tsx";
import { useBilingual } from "./use-bilingual.ts";

/** The card of a week: its story, its question, its rule. `whole` tells the story in full, for paper. */
export function LineUpCard({ card, whole = false }: { card: LineUpView; whole?: boolean }) {
  const { t } = useTranslation("stories");
  const name = useBilingual();
  const { story, question, rule } = card;
  return (
    <div className="flex flex-col gap-4 print:gap-3">
      <Card as="article" title={t("lineUp.story")}>
        {story === null ? (
          <p className="text-muted">{t("lineUp.storyGone")}</p>
        ) : (
          <>
            <h3 lang={story.language} className="text-xl font-semibold">{story.title}</h3>
            {whole ? <StoryParts parts={story.parts} language={story.language} level={3} /> : <p lang={story.language} className="max-w-prose text-lg">{story.lead}</p>}
            <p className="text-sm text-muted">{t("by", { name: story.teller.name })} · {name(story.value.name)}</p>
            {!whole && <Link to={`/stories/${story.id}`} className="inline-flex min-h-target items-center self-start underline underline-offset-4">{t("lineUp.read")}</Link>}
          </>
        )}
      </Card>
      <Card title={t("lineUp.question")}>
        <p className="max-w-prose text-xl font-semibold text-accent">{name(question)}</p>
      </Card>
      <Card title={t("lineUp.rule")}>
        <p className="text-lg font-semibold">{name(rule.name)}</p>
        {name(rule.why) !== "" && <p className="max-w-prose">{name(rule.why)}</p>}
        {!whole && <Link to={`/policies/rules/${encodeURIComponent(rule.code)}`} className="inline-flex min-h-target items-center self-start underline underline-offset-4">{rule.code}</Link>}
      </Card>
    </div>
  );
}
