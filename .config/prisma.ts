import path from "node:path";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { defineConfig } from "prisma/config";

// Without `engine: "js"`, an adapter and DATABASE_URL the Prisma CLI falls back to downloading engine binaries.
export default defineConfig({
  schema: path.join(import.meta.dirname, "../prisma/schema.prisma"),
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => new PrismaBetterSQLite3({ url: process.env.DATABASE_URL ?? "file:./.data/tam.db" }),
});
