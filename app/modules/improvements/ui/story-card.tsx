import { useTranslation } from "react-i18next";
import { Card } from "#ui/layout.tsx";
import { Timeline } from "#ui/timeline.tsx";
import type { Tone } from "#ui/tone.ts";
import type { StoryLine } from "../view-models.ts";

const TONES: Readonly<Partial<Record<StoryLine["move"], Tone>>> = { climbed: "warn", denied: "warn", returned: "warn", adopted: "good", verified: "good", confirmed: "good" };

/** From the report until now, oldest first: who did what, and in which words. */
export function StoryCard({ story }: { story: readonly StoryLine[] }) {
  const { t } = useTranslation("improvements");
  return (
    <Card title={t("page.story")}>
      <Timeline
        label={t("page.story")}
        items={story.map(({ id, at, by, move, note }) => ({
          key: id,
          at,
          by: by ?? undefined,
          title: t(`story.${move}`),
          ...(TONES[move] === undefined ? {} : { tone: TONES[move] }),
          ...(note === null ? {} : { body: <span className="whitespace-pre-line">{note}</span> }),
        }))}
      />
    </Card>
  );
}
