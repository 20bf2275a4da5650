// `npm run dev`: set-up without a build, then the server with reload.
import { loadTypeScript, prepare } from "./prepare.mjs";

process.env.NODE_ENV ??= "development";
await prepare({ build: false });
await loadTypeScript();
await import("../server.ts");
