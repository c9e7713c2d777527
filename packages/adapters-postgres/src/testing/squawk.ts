import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const manifest = createRequire(import.meta.url).resolve("squawk-cli/package.json");
const program = join(dirname(manifest), "js", "bin", "squawk");

/** What migrations run with: see migration-database.ts. */
const session = "set lock_timeout = '3s'; set statement_timeout = '1h';";

const excluded = {
  // Versions, positions and rates are counted by us and bounded far below 2^31.
  up: ["prefer-bigint-over-int"],
  // Taking a migration back is dropping what it made.
  down: ["prefer-bigint-over-int", "ban-drop-table", "ban-drop-column"],
} as const;

/** What squawk has against the SQL: one line each, empty when nothing. */
export const squawk = (
  sql: string,
  {
    direction = "up",
    transactional = true,
  }: { direction?: "up" | "down"; transactional?: boolean } = {},
): readonly string[] => {
  const args = [
    "--pg-version",
    "18.0",
    "--reporter",
    "json",
    "--stdin-filepath",
    "migration.sql",
    ...excluded[direction].flatMap((rule) => ["--exclude", rule]),
    ...(transactional ? ["--assume-in-transaction"] : []),
  ];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    input: `${session}\n${sql}`,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  if (status === 0) return [];
  const found = readFindings(stdout);
  if (found.length === 0) throw new Error(`squawk failed: ${stderr}`);
  return found.map(({ rule_name, message }) => `${rule_name}: ${message}`);
};

interface Finding {
  readonly rule_name: string;
  readonly message: string;
}

const readFindings = (output: string): readonly Finding[] => {
  const findings: unknown = JSON.parse(output);
  return Array.isArray(findings) ? findings.filter(isFinding) : [];
};

const isFinding = (finding: unknown): finding is Finding =>
  typeof finding === "object" &&
  finding !== null &&
  "rule_name" in finding &&
  typeof finding.rule_name === "string" &&
  "message" in finding &&
  typeof finding.message === "string";
