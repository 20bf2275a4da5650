import { all, bindAll, textOf } from "./define.server.ts";

export const settingStatements = {
  /** Settings whose name starts with `prefix`. */
  "setting.startingWith": all(
    "SELECT name, value FROM Setting WHERE substr(name, 1, length(:prefix)) = :prefix ORDER BY name",
    (params: { prefix: string }) => bindAll({ ...params }),
    (row) => ({ name: textOf(row["name"]), value: textOf(row["value"]) }),
  ),
};
