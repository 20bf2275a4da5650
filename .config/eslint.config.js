import path from "node:path";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const root = path.join(import.meta.dirname, "..");
const code = ["**/*.{ts,tsx,js,jsx,mjs,cjs}"];
const typed = ["**/*.{ts,tsx}"];
/** Tests, the generators of their data and who attacks it: `arbitraries.ts` and `attacker.ts` beside the code they describe. */
const tests = ["tests/**", "**/*.test.{ts,tsx}", "**/arbitraries.ts", "**/attacker.ts"];
const pure = ["app/kernel/**", "app/access/**", "app/modules/*/domain/**"];

const env = { object: "process", property: "env", message: "Settings come from platform/env.server.ts." };
const random = { object: "Math", property: "random", message: "Use newId(), platform's tokens, or a seeded source." };
const ambientClock = { object: "Date", property: "now", message: "Pure code takes `now` as an argument." };
const formatting = [
  ...["NumberFormat", "DateTimeFormat", "RelativeTimeFormat", "ListFormat", "PluralRules"].map((property) => ({ object: "Intl", property })),
  ...["toLocaleString", "toLocaleDateString", "toLocaleTimeString"].map((property) => ({ property })),
].map((restriction) => ({ ...restriction, message: "Formatting lives in app/i18n." }));

const reexport = [
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file itself; a module's public.ts names what it exports." },
  { selector: "ExportNamedDeclaration[source][exportKind='value']", message: "No barrels: import from the file itself." },
];
const exportAll = reexport.slice(0, 1);
const currentDate = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Pure code takes `now` as an argument." },
];
const literalWords = [
  { selector: "JSXText[value=/\\p{L}/u]", message: "Words come from messages, in both languages." },
  {
    selector: "JSXAttribute[name.name=/^(aria-label|aria-description|placeholder|title|alt|label)$/] > Literal[value=/\\p{L}/u]",
    message: "Words come from messages, in both languages.",
  },
];

const switchedOff = [
  {
    selector: "CallExpression > MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|todo|fixme)$/]",
    message: "Every test runs, every time.",
  },
  { selector: "MemberExpression[property.name='waitForTimeout']", message: "Wait for what should happen, not for time to pass." },
];

const charts = { name: "recharts", message: "Charts are drawn by app/ui/charts only." };
const envModule = ["process", "node:process"].map((name) => ({ name, importNames: ["env"], message: env.message }));

/** Files are kebab-case and named after what they do; routes follow Remix's flat convention and are left out. */
const fileName = {
  create(context) {
    const relative = path.relative(root, context.filename).split(path.sep).join("/");
    const name = path.basename(relative);
    return {
      Program(node) {
        if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name)) context.report({ node, message: `Not kebab-case: ${name}` });
        if (/(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.)/.test(relative)) {
          context.report({ node, message: "Name a file after what it does, not after a drawer." });
        }
        if (/^index\.[a-z]+$/.test(name)) context.report({ node, message: "No index files." });
      },
    };
  },
};

export default tseslint.config(
  { ignores: ["prisma/generated/**", "build/**", "node_modules/**", "coverage/**", "public/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  tseslint.configs.recommended,
  {
    files: code,
    plugins: { house: { rules: { "file-name": fileName } } },
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    rules: {
      "array-callback-return": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-constant-binary-expression": "error",
      "no-debugger": "error",
      "no-empty": "error",
      "no-eval": "error",
      "no-fallthrough": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-script-url": "error",
      "no-self-compare": "error",
      "no-unsafe-finally": "error",
      "no-useless-rename": "error",
      "object-shorthand": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "house/file-name": "error",
      "max-lines": ["error", 300],
      "no-restricted-properties": ["error", env, random, ...formatting],
      "no-restricted-imports": ["error", { paths: [charts, ...envModule] }],
      "no-restricted-syntax": ["error", ...reexport],
    },
  },
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ["**/*.tsx"], ...jsxA11y.flatConfigs.strict },
  {
    files: ["**/*.tsx"],
    rules: {
      "no-restricted-syntax": ["error", ...reexport, ...literalWords],
      // a list box made of a list, as the ARIA patterns have it
      "jsx-a11y/no-noninteractive-element-to-interactive-role": ["error", { ul: ["listbox", "menu", "tablist"], li: ["option", "menuitem", "tab"] }],
      // a table laid out as blocks on the phone loses its implicit roles
      "jsx-a11y/no-redundant-roles": ["error", { table: ["table"], thead: ["rowgroup"], tbody: ["rowgroup"], tr: ["row"], td: ["cell"], ul: ["list"] }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },

  // what a layer may do besides, or may not
  { files: ["app/i18n/**", "app/kernel/time-zone.ts"], rules: { "no-restricted-properties": ["error", env, random] } },
  {
    files: pure,
    ignores: [...tests, "app/kernel/clock.ts", "app/kernel/ids.ts", "app/kernel/time-zone.ts"],
    rules: {
      "no-restricted-properties": ["error", env, random, ambientClock, ...formatting],
      "no-restricted-syntax": ["error", ...reexport, ...currentDate],
    },
  },
  { files: ["app/modules/*/public.ts", "app/modules/*/public.server.ts"], rules: { "no-restricted-syntax": ["error", ...exportAll] } },
  { files: ["app/ui/charts/**"], rules: { "no-restricted-imports": ["error", { paths: envModule }] } },
  { files: ["app/routes/**"], rules: { "house/file-name": "off", "no-restricted-syntax": ["error", ...exportAll, ...literalWords] } },
  {
    files: ["app/platform/env.server.ts", "app/bootstrap/**", "bench/**"],
    rules: { "no-restricted-properties": ["error", random, ...formatting], "no-restricted-imports": ["error", { paths: [charts] }] },
  },
  { files: ["prisma/seed/**", "prisma/seed.ts"], rules: { "no-restricted-properties": ["error", env, ...formatting] } },
  { files: ["app/bootstrap/**", "prisma/seed.ts", "tests/**"], rules: { "no-console": "off" } },
  { files: ["**/messages/**", "app/composition/messages.*"], rules: { "max-lines": "off" } },
  {
    files: tests,
    rules: {
      "max-lines": "off",
      "no-restricted-imports": "off",
      "no-restricted-properties": ["error", random],
      "no-restricted-syntax": ["error", ...exportAll, ...switchedOff],
      // an index the test itself has just checked; it fails loudly otherwise
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
