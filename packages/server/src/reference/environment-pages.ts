import { variables } from "../config/variables.ts";
import { markdownTable } from "./markdown-table.ts";

/** .env.example: every variable, none of them set. */
export const environmentExample = (): string =>
  [
    "# Every variable Ordo reads. Made from the source by `npm run docs:reference`; a spec fails when it is stale.",
    "# What is commented out has the value shown by default.",
    ...variables.flatMap(({ name, meaning, preset = "", choices }) => [
      "",
      `# ${meaning}${choices.length > 0 ? ` (${choices.join(", ")})` : ""}`,
      `#${name}=${preset}`,
    ]),
    "",
  ].join("\n");

const begin = "<!-- environment: made by npm run docs:reference -->";
const end = "<!-- /environment -->";

/** The page with the table of variables between its two marks. */
export const withEnvironmentTable = (page: string): string => {
  const [before, rest] = page.split(begin, 2);
  const after = rest?.split(end, 2)[1];
  if (before === undefined || after === undefined) throw new Error(`no ${begin} … ${end} in page`);
  const rows = variables.map(({ name, meaning, preset, choices }) => [
    `\`${name}\``,
    preset === undefined ? "" : `\`${preset}\``,
    `${meaning}${choices.length > 0 ? ` (${choices.map((choice) => `\`${choice}\``).join(", ")})` : ""}`,
  ]);
  const table = markdownTable(["Variable", "Default", "Meaning"], rows);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
};
