// Who may import whom. Lower layers know nothing of higher ones; modules see lower tiers through their public files only.
const tiers = [
  ["audit"],
  ["people"],
  ["notifications"],
  ["customers", "thread"],
  ["empowerment", "recognition", "learning", "stories", "care", "listening", "journeys", "improvements", "pulse"],
  ["kpis"],
  ["reviews", "substance"],
];

/** Tests, and the generators of their data beside the code they describe. */
const test = "(?:\\.test\\.tsx?|/(?:arbitraries|attacker)\\.ts)$";
const ground = "^app/(?:kernel|access|i18n|ui|platform)/";
const anyOf = (names) => `(?:${names.join("|")})`;
/** What a module shows to others: its two public files; to the layers above also what a screen is made of. */
const shown = "public(?:\\.server)?\\.ts$";
const shapes = "(?:schemas|api-schemas|events|view-models|definition)\\.ts$";
const shownAbove = [`^app/modules/[^/]+/(?:${shown}|ui/|messages/|${shapes})`, `^app/modules/[^/]+/[^/]+/${shapes}`];

/** A layer's own files may reach only `allowed` among the project's files (packages are ruled further down). */
function layer(name, comment, from, allowed) {
  return { name, comment, severity: "error", from: { path: from, pathNot: test }, to: { path: "^(?:app|prisma|tests|bench)/", pathNot: allowed } };
}

const moduleTiers = tiers.flatMap((names, tier) => {
  const lower = tiers.slice(0, tier).flat();
  const below = lower.length === 0 ? [] : [`^app/modules/${anyOf(lower)}/${shown}`];
  return names.map((name) =>
    layer(
      `module-${name}`,
      "A module imports the ground below it, its own files, and lower tiers through public.ts or public.server.ts.",
      `^app/modules/${name}/`,
      [ground, `^app/modules/${name}/`, "^prisma/generated/", ...below],
    ),
  );
});

module.exports = {
  forbidden: [
    layer("kernel", "The kernel imports nothing of ours.", "^app/kernel/", ["^app/kernel/"]),
    layer("access", "Access imports the kernel only.", "^app/access/", ["^app/(?:kernel|access)/"]),
    layer("i18n", "i18n imports the kernel only.", "^app/i18n/", ["^app/(?:kernel|i18n)/"]),
    layer("ui", "The design system imports kernel, access and i18n.", "^app/ui/", ["^app/(?:kernel|access|i18n|ui)/"]),
    layer("platform", "The platform imports kernel, access, i18n and the generated client.", "^app/platform/", [
      "^app/(?:kernel|access|i18n|platform)/",
      "^prisma/generated/",
    ]),
    ...moduleTiers,
    {
      name: "module-in-a-tier",
      comment: `Every module stands in one of the tiers above: ${tiers.flat().join(", ")}.`,
      severity: "error",
      from: {},
      to: { path: "^app/modules/", pathNot: `^app/modules/${anyOf(tiers.flat())}/` },
    },
    {
      name: "pure-domain",
      comment: "A module's domain/ imports kernel, access, zod, the FSRS scheduler and its own files; no screens, no server.",
      severity: "error",
      from: { path: "^app/modules/([^/]+)/domain/", pathNot: test },
      to: {
        pathNot: [
          "^app/(?:kernel|access)/",
          "^app/modules/$1/(?:domain/|(?:schemas|events|definition)\\.ts$)",
          "^node_modules/(?:zod|ts-fsrs)/",
        ],
      },
    },
    {
      name: "pure-packages",
      comment: "Kernel, access and i18n do no I/O.",
      severity: "error",
      from: { path: "^app/(?:kernel|access|i18n)/", pathNot: test },
      to: { dependencyTypes: ["core"], pathNot: "^(?:node:)?(?:crypto|async_hooks)$" },
    },
    {
      name: "kernel-packages",
      comment: "The kernel uses temporal-polyfill and nothing else.",
      severity: "error",
      from: { path: "^app/(?:kernel|access)/", pathNot: test },
      to: { path: "node_modules/", pathNot: "^node_modules/(?:temporal-polyfill|zod)/" },
    },
    layer("composition", "Composition joins what the modules show, and loads the demo company.", "^app/composition/", [
      ground,
      "^prisma/seed/",
      "^app/composition/",
      ...shownAbove,
    ]),
    layer(
      "routes",
      "Routes join modules through what these show; nothing of a module's inside.",
      "^app/(?:routes/|(?:root|entry\\.client|entry\\.server)\\.tsx$)",
      [ground, "^app/(?:composition|routes)/", "^app/[^/]+\\.(?:tsx?|css)$", ...shownAbove],
    ),
    {
      name: "no-import-of-routes",
      comment: "A route is an end: only the routes themselves and tests import one.",
      severity: "error",
      from: { path: "^(?:app|prisma)/", pathNot: ["^app/routes/", "^app/bootstrap/", test] },
      to: { path: "^app/routes/" },
    },
    {
      name: "no-tests-in-product",
      severity: "error",
      comment: "The product does not import tests or what only tests need.",
      from: { path: "^(?:app|prisma)/", pathNot: test },
      to: { path: ["^tests/", test] },
    },
    {
      name: "generated-client-on-the-server",
      comment: "Prisma only in *.server.ts, prisma/ and tests.",
      severity: "error",
      from: { path: "^app/", pathNot: ["\\.server\\.tsx?$", test] },
      to: { path: ["^prisma/generated/", "^node_modules/(?:@prisma|\\.prisma|prisma)/"] },
    },
    {
      name: "database-in-platform",
      comment: "The raw database handle stays in the platform: every write takes its lock.",
      severity: "error",
      from: { path: "^app/", pathNot: ["^app/platform/", test] },
      to: { path: "^node_modules/(?:better-sqlite3|@prisma/adapter-[^/]+|pg)/" },
    },
    {
      name: "server-code-on-the-server",
      comment: "Files that reach the browser import *.server.ts for types at most.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: ["\\.server\\.tsx?$", "^app/(?:routes|bootstrap|cli)/", "^app/(?:root|entry\\.server|server|cli)\\.tsx?$", test],
      },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "charts-in-ui",
      severity: "error",
      comment: "Only app/ui/charts draws charts.",
      from: { path: "^(?:app|prisma)/", pathNot: "^app/ui/charts/" },
      to: { path: "^(?:node_modules/)?recharts(?:/|$)" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "No file reaches itself through its imports.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolved",
      severity: "error",
      comment: "Every import resolves.",
      from: { pathNot: "^app/(?:server|bootstrap/)" },
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-packages-in-product",
      severity: "error",
      comment: "What runs for users is a dependency, not a devDependency.",
      from: { path: "^app/", pathNot: test },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    exclude: { path: ["^build/"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
