import type { AmendmentRejection } from "../order-rejection.ts";
import { at } from "./phrases.ts";

export const describeAmendments = (r: AmendmentRejection): string => {
  switch (r.type) {
    case "NoHoldIsOpen":
      return "No hold is open.";
    case "HoldIsReleased":
      return `Hold ${r.holdId} is released already.`;
    case "EditIsOpen":
      return `Edit ${r.editId} is still open; confirm or decline it first.`;
    case "NoEditIsOpen":
      return "No edit is open.";
    case "EditIsDecided":
      return `Edit ${r.editId} is confirmed or declined already.`;
    case "EditIsStale":
      return `Edit ${r.editId} was worked out on version ${r.baseVersion}, but the order is at ${r.version}; decline it and propose it anew.`;
    case "EditChangesNothing":
      return "The edit changes nothing.";
    case "EditLeavesNoUnits":
      return "The edit leaves no units; cancel the order instead.";
    case "OrderIsArchived":
      return "The order is archived already.";
    case "OrderIsNotArchived":
      return "The order is not archived.";
    case "DetailsStayTheSame":
      return "Nothing would change.";
    case "AddressIsFixedOnceShipped":
      return `${at(r.path)} cannot change once something has shipped.`;
  }
};
