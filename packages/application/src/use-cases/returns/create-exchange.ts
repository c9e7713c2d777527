import { ExchangeId, ReturnId } from "@ordo/domain";
import { err } from "neverthrow";
import type { CreateExchange } from "../../ports/input/returns.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";
import { resolveLines } from "../resolve-lines.ts";

export const makeCreateExchange = (ports: CommandPorts): CreateExchange =>
  makeOrderCommand(ports, {
    customers: staffOnly("decide on returns"),
    prepare: async (input, { at, actor, newId }, { tenantId }) => {
      const replacements = await resolveLines(ports, input.replacements, tenantId, (index) => [
        "replacements",
        index,
      ]);
      if (replacements.isErr()) return err(replacements.error);
      const [exchangeId, returnId] = [ExchangeId(newId()), ReturnId(newId())];
      const exchange = {
        exchangeId,
        returnId,
        lines: input.lines,
        replacements: replacements.value,
      };
      return ready({ type: "createExchange", at, actor, ...exchange }, exchangeId);
    },
  });
