// Starts the server. What stops it from starting is said in one line, with the mend where there is one.
const KNOWN = ["EnvironmentError", "MigrationError", "DamagedDatabaseError", "StartError"];

try {
  const { serve } = await import("./serve.server.ts");
  await serve();
} catch (error) {
  const known = error instanceof Error && (KNOWN.includes(error.name) || "code" in error);
  process.stderr.write(`${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

export {};
