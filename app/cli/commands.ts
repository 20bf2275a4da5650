export interface CommandModule {
  /** Does the work or throws: UsageError → exit 2, anything else → exit 1 with its message. */
  readonly run: (args: readonly string[]) => Promise<void>;
}

export interface Command {
  /** What follows `tam`, one or two words. */
  readonly name: string;
  /** Arguments, as shown to the operator. */
  readonly args: string;
  readonly does: string;
  readonly load: () => Promise<CommandModule>;
}

/** Every command; each file is loaded only when its command is called. */
export const commands: readonly Command[] = [
  { name: "setup", args: "", does: "prints a one-time link to the set-up of an empty installation", load: () => import("./setup.ts") },
  { name: "person add", args: "--email E --name N [--department D] [--site S] [--roles R;R@SCOPE] [--manager E] …", does: "adds a person and prints an invitation", load: () => import("./person-add.ts") },
  { name: "person deactivate", args: "--email E", does: "ends a person's access at once", load: () => import("./person-deactivate.ts") },
  { name: "import", args: "people|qualifications|customers|purchases|decisions|feedback|procedures|observations FILE [--dry-run]", does: "reads a CSV file in, all rows or none", load: () => import("./import.ts") },
  { name: "export", args: "people|qualifications|customers|purchases|decisions|feedback|recognitions|improvements|procedures|kpis|observations|rewards|scorecards|certificates|completions|stories|reviews FILE | xapi FILE | pulse ID FILE", does: "writes a CSV file (statements of learning: JSON lines); what can be imported reads back in without effect", load: () => import("./export.ts") },
  { name: "import course", args: "FILE [--dry-run]", does: "reads a course document (JSON) in as a draft and prints its code and number; the same again changes nothing", load: () => import("./course-import.ts") },
  { name: "export course", args: "CODE FILE", does: "writes a course document that reads back in", load: () => import("./course-export.ts") },
  { name: "demo load", args: "", does: "fills an empty database with the demo company", load: () => import("./demo-load.ts") },
  { name: "demo reset", args: "--yes", does: "loads the demo company afresh, in the place of the one there is", load: () => import("./demo-reset.ts") },
  { name: "token create", args: "--email E | --service NAME [--scopes A,B] [--days N]", does: "makes an access token and prints it alone", load: () => import("./token.ts") },
  { name: "policy import", args: "FILE --as E", does: "reads a policy document, submits it and prints its version", load: () => import("./policy-import.ts") },
  { name: "policy lint", args: "FILE [--language vi|en]", does: "says what is wrong with a policy document, and the mend", load: () => import("./policy-lint.ts") },
  { name: "policy publish", args: "VERSION --as E [--from T]", does: "publishes a version as somebody who wrote none of it", load: () => import("./policy-publish.ts") },
  { name: "policy simulate", args: "FILE [--from T] [--to T] [--source recorded|imported] [--mode stateful|stateless] [--as-role R] [--json]", does: "says what a policy document would have done with past cases", load: () => import("./policy-simulate.ts") },
  { name: "kpis recount", args: "FACT --from DAY [--to DAY]", does: "counts a fact again from what the system records, day by day", load: () => import("./kpis-recount.ts") },
  { name: "audit verify", args: "[--checkpoints FILE]", does: "recomputes the audit trail and names the first bad row", load: () => import("./audit-verify.ts") },
  { name: "backup", args: "FILE", does: "copies the database, busy or not, and verifies the copy", load: () => import("./backup.ts") },
  { name: "restore", args: "FILE [--dry-run]", does: "puts a backup in the place of the database", load: () => import("./restore.ts") },
  { name: "jobs run", args: "[--again]", does: "runs what is due now; --again also what was given up", load: () => import("./jobs-run.ts") },
  { name: "doctor", args: "", does: "says what is wrong with this installation, and the mend", load: () => import("./doctor.ts") },
];
