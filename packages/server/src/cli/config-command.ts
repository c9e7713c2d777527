import { Command } from "commander";
import { type Config, readConfig } from "../config/config.ts";
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
      const config = readConfig(env);
      if (config.isErr()) throw new StartupError(listFaults(config.error));
      const all = effective(env, config.value);
      print(json === true ? asJson(all) : asText(all));
    });

interface Effective {
  readonly name: string;
  readonly value: string | undefined;
  readonly source: "environment" | "default";
}

const effective = (env: Terminal["env"], config: Config): readonly Effective[] =>
  variables.map((variable) => {
    // An empty variable counts as not given.
    const given = env[variable.name] === "" ? undefined : env[variable.name];
    const value = given ?? variable.preset ?? dependentDefaults(config)[variable.name];
    return {
      name: variable.name,
      value: value === undefined ? undefined : shownValue(variable, value),
      source: given === undefined ? "default" : "environment",
    };
  });

/** Defaults that no one value stands for, as they are with this environment. */
const dependentDefaults = ({ DRAIN_MS }: Config): Readonly<Record<string, string>> => ({
  DRAIN_MS: String(DRAIN_MS),
});

const asJson = (all: readonly Effective[]): string =>
  JSON.stringify(
    Object.fromEntries(
      all.map(({ name, value, source }) => [name, { value: value ?? null, source }]),
    ),
    null,
    2,
  );

const asText = (all: readonly Effective[]): string => {
  const width = Math.max(...all.map(({ name, value = "" }) => name.length + 1 + value.length));
  return all
    .map(({ name, value = "", source }) => {
      const line = `${name}=${value}`;
      return source === "environment" ? `${line.padEnd(width)}  # environment` : line;
    })
    .join("\n");
};
