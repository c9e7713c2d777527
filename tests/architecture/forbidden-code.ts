/** Code that the rules must refuse, by the rule that must name it. */
export const forbiddenCode: readonly (readonly [rule: string, folder: string, code: string])[] = [
  ["eslint(no-restricted-globals)", "packages/domain/src", "export const now = Date.now();"],
  ["eslint(no-restricted-globals)", "packages/domain/src", "export const now = new Date();"],
  ["eslint(no-restricted-globals)", "packages/application/src", "export const now = new Date();"],
  ["eslint(no-restricted-globals)", "packages/application/src", "export const env = process;"],
  ["eslint(no-restricted-globals)", "packages/application/src", "console.log();"],
  ["eslint(no-restricted-properties)", "packages/domain/src", "export const id = Math.random();"],
  [
    "eslint(no-restricted-properties)",
    "packages/application/src",
    "export const id = Math.random();",
  ],
  [
    "typescript(switch-exhaustiveness-check)",
    "packages/domain/src",
    `export function say(status: "open" | "closed"): string {
       switch (status) {
         case "open": return "o";
         default: return "d";
       }
     }`,
  ],
  [
    "typescript(switch-exhaustiveness-check)",
    "packages/domain/src",
    `export function say(status: "open" | "closed"): string {
       switch (status) {
         case "open": return "o";
         case "closed": return "c";
         default: return status;
       }
     }`,
  ],
  [
    "typescript(no-floating-promises)",
    "packages/server/src",
    "export function forget(work: () => Promise<void>): void { work(); }",
  ],
  [
    "typescript(no-misused-promises)",
    "packages/server/src",
    "export const all = (work: () => Promise<void>): void => [1].forEach(async () => work());",
  ],
  ["typescript(no-explicit-any)", "packages/server/src", "export type Anything = any;"],
  [
    "typescript(no-non-null-assertion)",
    "packages/server/src",
    "export const sure = (text?: string): string => text!;",
  ],
  [
    "typescript(no-unsafe-type-assertion)",
    "packages/server/src",
    "export const lie = (value: unknown): string => value as string;",
  ],
  [
    "typescript(consistent-type-imports)",
    "packages/server/src",
    `import { Buffer } from "node:buffer";
     export type Bytes = Buffer;`,
  ],
  [
    "vitest(no-focused-tests)",
    "packages/server/src/x.spec",
    'import { it } from "vitest"; it.only("x", () => {});',
  ],
  [
    "vitest(no-disabled-tests)",
    "packages/server/src/x.spec",
    'import { it } from "vitest"; it.skip("x", () => {});',
  ],
];
