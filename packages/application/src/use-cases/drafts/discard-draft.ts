import { err, ok } from "neverthrow";
import type { DiscardDraft } from "../../ports/input/drafts.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";

const cancellation = { reason: "draft discarded", note: null };

export const makeDiscardDraft = (ports: CommandPorts): DiscardDraft =>
  makeOrderCommand(ports, {
    customers: staffOnly("manage orders"),
    prepare: (_input, { at, actor }) =>
      ready(({ status, version }) =>
        status === "draft"
          ? ok([{ type: "cancel", at, actor, cancellation }])
          : err({ type: "OrderIsNotADraft", status, currentVersion: version }),
      ),
  });
