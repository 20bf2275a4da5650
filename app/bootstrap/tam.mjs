#!/usr/bin/env node
// `npx --no tam <command>`: the operator's commands, in this same process.
import { loadTypeScript, prepare } from "./prepare.mjs";

process.env.NODE_ENV ??= "production";
await prepare({ build: false });
await loadTypeScript();
const { main } = await import("../cli.ts");
process.exitCode = await main(process.argv.slice(2));
