import { EditId, type EditOperation, LineId, type LineInput } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type {
  ConfirmEdit,
  DeclineEdit,
  NewEditOperation,
  ProposeEdit,
} from "../ports/input/edits.ts";
import type { UnknownReference } from "../rejection.ts";
import type { TenantId } from "../tenant-id.ts";
import { staffOnly } from "./customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "./make-order-command.ts";
import { ready } from "./order-command.ts";
import { resolveLines } from "./resolve-lines.ts";

const customers = staffOnly("manage orders");

export const makeProposeEdit = (ports: CommandPorts): ProposeEdit =>
  makeOrderCommand(ports, {
    customers,
    prepare: async ({ operations, reason }, { at, actor, newId }, { tenantId }) => {
      const resolved = await resolveOperations(ports, operations, tenantId);
      if (resolved.isErr()) return err(resolved.error);
      const editId = EditId(newId());
      return ready(
        { type: "proposeEdit", at, actor, editId, operations: resolved.value, reason },
        editId,
      );
    },
  });

export const makeConfirmEdit = (ports: CommandPorts): ConfirmEdit =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ editId }, { at, actor }) => ready({ type: "confirmEdit", at, actor, editId }),
  });

export const makeDeclineEdit = (ports: CommandPorts): DeclineEdit =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ editId }, { at, actor }) => ready({ type: "declineEdit", at, actor, editId }),
  });

/** Gives every line that is added an id and, from the catalog, its product, read in one go. */
const resolveOperations = async (
  ports: CommandPorts,
  operations: readonly NewEditOperation[],
  tenantId: TenantId,
): Promise<Result<readonly EditOperation[], UnknownReference>> => {
  const wanted = operations.flatMap((operation, index) =>
    operation.type === "add_line" ? [{ line: operation.line, index }] : [],
  );
  const lines = await resolveLines(
    ports,
    wanted.map(({ line }) => line),
    tenantId,
    (nth) => ["operations", wanted[nth]?.index ?? nth, "line"],
  );
  if (lines.isErr()) return err(lines.error);
  const lineAt = new Map(wanted.map(({ index }, nth) => [index, lines.value[nth]]));
  return ok(
    operations.map((operation, index) =>
      resolvedOperation(operation, lineAt.get(index), () => LineId(ports.ids.next())),
    ),
  );
};

const resolvedOperation = (
  operation: NewEditOperation,
  line: LineInput | undefined,
  newLineId: () => LineId,
): EditOperation => {
  switch (operation.type) {
    case "add_line":
      if (line === undefined) throw new Error("a line that is added was not resolved");
      return { type: "add_line", line };
    case "set_quantity":
      return { ...operation, newLineId: newLineId() };
    case "remove_line":
    case "add_shipping_line":
      return operation;
  }
};
