import { useTranslation } from "react-i18next";
import type { Role, RoleGrant } from "#access/roles.ts";
import { Checkbox } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { useGrantWords } from "./grant-words.ts";
import { useRowName } from "./use-local-name.ts";

interface Place {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface RolesFieldsProps {
  /** `text` is what the form posts for a role that stays; one that is `fixed` stays whatever the viewer does. */
  held: readonly { readonly text: string; readonly grant: RoleGrant; readonly fixed: boolean }[];
  grantable: readonly Role[];
  sites: readonly Place[];
  departments: readonly Place[];
}

/** The roles somebody holds, each to keep or drop, and one to add in a scope. */
export function RolesFields({ held, grantable, sites, departments }: RolesFieldsProps) {
  const { t } = useTranslation(["people", "ui"]);
  const words = useGrantWords();
  const name = useRowName();
  const scopes = [
    ...(["own", "team", "all"] as const).map((kind) => ({ value: kind, label: t(`ui:scope.${kind}`) })),
    ...sites.map((site) => ({ value: `site:${site.code}`, label: name(site) })),
    ...departments.map((department) => ({ value: `department:${department.code}`, label: name(department) })),
  ];
  return (
    <>
      <Card title={t("person.roles")}>
        {held.length === 0 && <p className="text-muted">{t("roles.empty")}</p>}
        {held.map(({ text, grant, fixed }) =>
          fixed ? (
            <p key={text}>
              <input type="hidden" name="held" value={text} />
              {words(grant)}
              <span className="block text-sm text-muted">{t("roles.fixed")}</span>
            </p>
          ) : (
            <Checkbox key={text} name="held" value={text} defaultChecked label={words(grant)} />
          ),
        )}
      </Card>
      <Card title={t("roles.more")}>
        <p className="text-muted">{t("roles.moreHint")}</p>
        <Field label={t("person.roles")} id="role" name="role" optional>
          <Select placeholder options={grantable.map((role) => ({ value: role, label: t(`ui:role.${role}`) }))} />
        </Field>
        <Field label={t("roles.scope")} id="scope" name="scope" hint={t("roles.scopeHint")} optional>
          <Select placeholder options={scopes} />
        </Field>
      </Card>
    </>
  );
}
