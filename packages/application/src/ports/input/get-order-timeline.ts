import type { OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { NotFound } from "../../rejection.ts";
import type { JournalEntry, TimelinePosition } from "../output/order-journal.ts";

/** What happened to one order, oldest first, page by page. A customer reads only its own. */
export type GetOrderTimeline = (
  input: GetOrderTimelineInput,
  context: RequestContext,
) => Promise<Result<Page<JournalEntry, TimelinePosition>, NotFound>>;

export interface GetOrderTimelineInput {
  readonly orderId: OrderId;
  readonly page: PageRequest<TimelinePosition>;
}
