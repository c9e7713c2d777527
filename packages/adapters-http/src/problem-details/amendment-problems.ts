import type { RefusalProblems } from "./refusal-problem.ts";
import { told } from "./told-problem.ts";

/** Refusals about holds, edits, details and deadlines. */
export const amendmentProblems: Pick<
  RefusalProblems,
  | "OrderIsOnHold"
  | "OrderHasNoDeadline"
  | "DeadlineHasNotPassed"
  | "NoHoldIsOpen"
  | "HoldIsReleased"
  | "EditIsOpen"
  | "NoEditIsOpen"
  | "EditIsDecided"
  | "EditIsStale"
  | "EditChangesNothing"
  | "EditLeavesNoUnits"
  | "OrderIsArchived"
  | "OrderIsNotArchived"
  | "DetailsStayTheSame"
  | "AddressIsFixedOnceShipped"
  | "TextIsTooLong"
  | "IdIsTaken"
  | "ProductIsNotGiven"
> = {
  OrderIsOnHold: told(409, "on-hold", "The order is on hold"),
  OrderHasNoDeadline: told(409, "no-deadline", "The order has no deadline"),
  DeadlineHasNotPassed: told(409, "deadline-not-passed", "The deadline has not passed"),
  NoHoldIsOpen: told(409, "no-open-hold", "No hold is open"),
  HoldIsReleased: told(409, "hold-released", "The hold is released already"),
  EditIsOpen: told(409, "edit-open", "An edit is still open"),
  NoEditIsOpen: told(409, "no-open-edit", "No edit is open"),
  EditIsDecided: told(409, "edit-decided", "The edit is decided already"),
  EditIsStale: told(409, "edit-stale", "The order has changed since the edit was proposed"),
  EditChangesNothing: told(422, "edit-changes-nothing", "The edit changes nothing"),
  EditLeavesNoUnits: told(422, "edit-leaves-no-units", "The edit leaves no units"),
  OrderIsArchived: told(409, "archived", "The order is archived already"),
  OrderIsNotArchived: told(409, "not-archived", "The order is not archived"),
  DetailsStayTheSame: told(409, "details-stay-the-same", "Nothing would change"),
  AddressIsFixedOnceShipped: told(409, "not-editable", "This cannot be changed any more"),
  TextIsTooLong: told(422, "text-too-long", "A text is too long"),
  IdIsTaken: told(409, "id-taken", "The id is in use already"),
  ProductIsNotGiven: told(409, "products-changed", "The lines changed meanwhile"),
};
