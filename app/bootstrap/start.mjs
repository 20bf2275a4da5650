// `npm start`: set-up, then the server in this same process.
import { loadTypeScript, prepare } from "./prepare.mjs";

process.env.NODE_ENV ??= "production";
await prepare({ build: true });
await loadTypeScript();
await import("../server.ts");
