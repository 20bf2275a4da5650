import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { CircleCard } from "../view-models.ts";

/** `Thứ ba, 01/12/2026, 09:00–09:45`. */
export function useCircleTime(): (circle: Pick<CircleCard, "startsAt" | "endsAt">) => string {
  const { t } = useTranslation("stories");
  const format = useFormat();
  return ({ startsAt, endsAt }) => t("circles.range", { day: format.dateTimeLong(startsAt).replace(/,[^,]*$/u, ""), from: format.time(startsAt), to: format.time(endsAt) });
}

/** What the reader is in a circle, and whether it is cancelled. */
export function CircleBadges({ circle }: { circle: CircleCard }) {
  const { t } = useTranslation("stories");
  return (
    <>
      {circle.cancelled && <Badge tone="warn">{t("circles.cancelled")}</Badge>}
      {circle.mine && <Badge tone={circle.mine === "waiting" ? "waiting" : "good"}>{t(`circles.mine.${circle.mine}`)}</Badge>}
    </>
  );
}

/** Circles below each other, each with its time, host and places. */
export function CircleList({ circles }: { circles: readonly CircleCard[] }) {
  const { t } = useTranslation("stories");
  const time = useCircleTime();
  return (
    <div className="flex flex-col gap-4">
      {circles.map((circle) => (
        <Card key={circle.id} as="article" className="gap-2">
          <h3 className="text-lg font-semibold">
            <Link to={`/circles/${circle.id}`} className="inline-flex min-h-target items-center underline-offset-4 hover:underline">{circle.theme}</Link>
          </h3>
          <p>{time(circle)} · {circle.where}</p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <span>{t("circles.host")}: {circle.host.name}</span>
            <span>{t("circles.places", { taken: circle.taken, places: circle.places })}</span>
            {circle.waiting > 0 && <span>{t("circles.waitingCount", { count: circle.waiting })}</span>}
            <CircleBadges circle={circle} />
          </p>
        </Card>
      ))}
    </div>
  );
}
