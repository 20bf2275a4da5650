import { useTranslation } from "react-i18next";
import type { RoleGrant } from "#access/roles.ts";

/** A role with its scope in words: "trưởng ca · đội của mình". */
export function useGrantWords(): (grant: RoleGrant) => string {
  const { t } = useTranslation("ui");
  return ({ role, scope }) => {
    const where = "code" in scope ? t(`scope.${scope.kind}`, { name: scope.code }) : t(`scope.${scope.kind}`);
    return `${t(`role.${role}`)} · ${where}`;
  };
}
