import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { TeamDiscussion } from "../view-models.ts";

const NOWHERE = "–";

/** Which teams talked about a card: by place, and folded away each team. */
export function TeamTalks({ teams }: { teams: readonly TeamDiscussion[] }) {
  const { t } = useTranslation("stories");
  const format = useFormat();
  const done = (list: readonly TeamDiscussion[]) => list.filter(({ day }) => day !== null).length;
  const places = [...new Set(teams.map(({ site }) => site ?? NOWHERE))].map((site) => ({ site, teams: teams.filter((team) => (team.site ?? NOWHERE) === site) }));
  return (
    <Card title={t("lineUp.teams")}>
      <p>{t("lineUp.teamsSentence", { done: done(teams), all: teams.length })}</p>
      <Table
        caption={t("lineUp.teams")}
        rows={places}
        rowKey={({ site }) => site}
        columns={[
          { key: "site", header: t("lineUp.site"), names: true, cell: ({ site }) => site },
          { key: "done", header: t("lineUp.discussed"), numeric: true, cell: (place) => format.number(done(place.teams)) },
          { key: "teams", header: t("lineUp.teamCount"), numeric: true, cell: (place) => format.number(place.teams.length) },
        ]}
      />
      <Fold summary={t("lineUp.each")}>
        <Table
          caption={t("lineUp.each")}
          rows={teams}
          rowKey={({ managerId }) => managerId}
          columns={[
            { key: "manager", header: t("lineUp.manager"), names: true, cell: ({ manager }) => manager },
            { key: "site", header: t("lineUp.site"), cell: ({ site }) => site ?? NOWHERE },
            { key: "day", header: t("lineUp.discussed"), cell: ({ day }) => (day === null ? t("lineUp.notYet") : format.date(day)) },
            { key: "there", header: t("lineUp.there"), numeric: true, cell: ({ present, people, day }) => (day === null ? NOWHERE : `${format.number(present)}/${format.number(people)}`) },
          ]}
        />
      </Fold>
    </Card>
  );
}
