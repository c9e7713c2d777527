import type { AmendmentCommand } from "../commands/amendment-commands.ts";
import type { Decision } from "../decision.ts";
import { addCreditLine } from "../decisions/add-credit-line.ts";
import { archive } from "../decisions/archive.ts";
import { changeDetails } from "../decisions/change-details.ts";
import { confirmEdit } from "../decisions/confirm-edit.ts";
import { declineEdit } from "../decisions/decline-edit.ts";
import { placeHold } from "../decisions/place-hold.ts";
import { proposeEdit } from "../decisions/propose-edit.ts";
import { releaseHold } from "../decisions/release-hold.ts";
import { unarchive } from "../decisions/unarchive.ts";
import { takes } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { refuse } from "./refuse.ts";

export const decideAmendments = (order: Order | undefined, command: AmendmentCommand): Decision => {
  switch (command.type) {
    case "placeHold":
      return takes(order, command.type) ? placeHold(order, command) : refuse(order, command);
    case "releaseHold":
      return takes(order, command.type) ? releaseHold(order, command) : refuse(order, command);
    case "proposeEdit":
      return takes(order, command.type) ? proposeEdit(order, command) : refuse(order, command);
    case "confirmEdit":
      return takes(order, command.type) ? confirmEdit(order, command) : refuse(order, command);
    case "declineEdit":
      return takes(order, command.type) ? declineEdit(order, command) : refuse(order, command);
    case "addCreditLine":
      return takes(order, command.type) ? addCreditLine(order, command) : refuse(order, command);
    case "changeDetails":
      return takes(order, command.type) ? changeDetails(order, command) : refuse(order, command);
    case "archive":
      return takes(order, command.type) ? archive(order, command) : refuse(order, command);
    case "unarchive":
      return takes(order, command.type) ? unarchive(order, command) : refuse(order, command);
  }
};
