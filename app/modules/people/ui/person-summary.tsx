import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import type { RoleGrant, Role } from "#access/roles.ts";
import { Card, DefinitionList } from "#ui/layout.tsx";
import { useGrantWords } from "./grant-words.ts";
import { useLocalName } from "./use-local-name.ts";

interface Named {
  readonly vi: string;
  readonly en: string;
}

export interface PersonSummaryView {
  readonly email: string;
  readonly site: Named | null;
  readonly department: Named | null;
  readonly roles: readonly Role[];
  readonly record: {
    readonly level: number | null;
    readonly startedOn: string | null;
    readonly manager: { readonly id: string; readonly name: string } | null;
    readonly grants: readonly RoleGrant[];
    readonly deactivatedAt: string | null;
    readonly reports: number;
  } | null;
}

/** What the viewer may see of a person: to colleagues place, roles and e-mail; to those who read records the rest. */
export function PersonSummary({ person }: { person: PersonSummaryView }) {
  const { t } = useTranslation(["people", "ui"]);
  const format = useFormat();
  const local = useLocalName();
  const words = useGrantWords();
  const { record } = person;
  const roles = record ? record.grants.map(words) : person.roles.map((role) => t(`ui:role.${role}`));
  return (
    <Card>
      <DefinitionList
        items={[
          { label: t("person.email"), value: <a href={`mailto:${person.email}`} className="break-all underline underline-offset-4">{person.email}</a> },
          { label: t("person.site"), value: person.site ? local(person.site) : t("person.noSite") },
          { label: t("person.department"), value: person.department ? local(person.department) : t("person.noDepartment") },
          { label: t("person.roles"), value: roles.length === 0 ? t("roles.empty") : <ul>{roles.map((role) => <li key={role}>{role}</li>)}</ul> },
          record && {
            label: t("person.manager"),
            value: record.manager ? <Link to={`/people/${record.manager.id}`} className="underline underline-offset-4">{record.manager.name}</Link> : "–",
          },
          record && { label: t("person.startedOn"), value: record.startedOn === null ? "–" : format.day(record.startedOn) },
          record && { label: t("person.level"), value: record.level === null ? "–" : format.number(record.level) },
          record && { label: t("person.reports"), value: format.number(record.reports) },
          record?.deactivatedAt ? { label: t("directory.state"), value: t("person.left", { at: record.deactivatedAt }) } : null,
        ]}
      />
    </Card>
  );
}
