import { Command } from "commander";
import { readConfig } from "../config/config.ts";
import { listFaults } from "../config/list-faults.ts";
import { shownValue } from "../config/shown-value.ts";
import { variables } from "../config/variables.ts";
import { StartupError } from "../startup-error.ts";
import type { Terminal } from "./terminal.ts";

/** `ordo config`: what the server would run with. */
export const configCommand = ({ env, print }: Terminal): Command =>
  new Command("config")
    .summary("print the effective configuration")
    .description(
      "Prints every environment variable that Ordo reads, with the value it would have now and where that comes from. Secrets and passwords are masked. Fails, and says why, when the server would not start.",
    )
    .option("--json", "print one JSON object")
    .action(({ json }: { json?: boolean }) => {
      const faults = readConfig(env).match(
        () => [],
        (found) => found,
      );
      if (faults.length > 0) throw new StartupError(listFaults(faults));
      print(json === true ? asJson(env) : asText(env));
    });

interface Effective {
  readonly name: string;
  readonly value: string | undefined;
  readonly source: "environment" | "default";
}

const effective = (env: Terminal["env"]): readonly Effective[] =>
  variables.map((variable) => {
    // An empty variable counts as not given.
    const given = env[variable.name] === "" ? undefined : env[variable.name];
    const value = given ?? variable.preset;
    return {
      name: variable.name,
      value: value === undefined ? undefined : shownValue(variable, value),
      source: given === undefined ? "default" : "environment",
    };
  });

const asJson = (env: Terminal["env"]): string =>
  JSON.stringify(
    Object.fromEntries(
      effective(env).map(({ name, value, source }) => [name, { value: value ?? null, source }]),
    ),
    null,
    2,
  );

const asText = (env: Terminal["env"]): string => {
  const all = effective(env);
  const width = Math.max(...all.map(({ name, value = "" }) => name.length + 1 + value.length));
  return all
    .map(({ name, value = "", source }) => {
      const line = `${name}=${value}`;
      return source === "environment" ? `${line.padEnd(width)}  # environment` : line;
    })
    .join("\n");
};
