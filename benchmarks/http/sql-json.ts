import { sqlIdOf } from "../lib/filled-tenant.ts";

/**
 * The document that the API answers, built by PostgreSQL from an order's row: all of it but the actions, which follow
 * from rules that no SQL knows. Its state is taken apart once.
 */
const document = `json_build_object(
  'id', id, 'number', number, 'version', version, 'status', status, 'paymentStatus', payment_status,
  'refundStatus', refund_status, 'fulfillmentStatus', fulfillment_status, 'returnStatus', return_status,
  'customerId', customer_id, 'email', email, 'currency', currency, 'taxMode', s."taxMode",
  'paymentTerms', s."paymentTerms", 'channel', channel, 'lines', s.lines, 'discounts', s.discounts,
  'shippingLines', s."shippingLines", 'shippingAddress', s."shippingAddress", 'billingAddress', s."billingAddress",
  'totals', s.totals, 'tags', s.tags, 'note', s.note, 'internalNote', s."internalNote", 'metadata', s.metadata,
  'cancellation', s.cancellation, 'payments', s.payments, 'fulfillments', s.fulfillments, 'returns', s.returns,
  'exchanges', s.exchanges, 'edits', s.edits, 'holds', s.holds, 'creditLines', s."creditLines",
  'createdAt', created_at, 'updatedAt', updated_at, 'placedAt', placed_at, 'confirmedAt', confirmed_at,
  'completedAt', completed_at, 'canceledAt', canceled_at, 'archivedAt', archived_at, 'expiresAt', s."expiresAt")`;

const apart = `json_to_record(state) as s("taxMode" text, "paymentTerms" text, lines json, discounts json,
  "shippingLines" json, "shippingAddress" json, "billingAddress" json, totals json, tags json, note text,
  "internalNote" text, metadata json, cancellation json, payments json, fulfillments json, returns json,
  exchanges json, edits json, holds json, "creditLines" json, "expiresAt" bigint)`;

/** An order by id, as JSON. */
export const orderAsJson = (tenantId: string, count: number): string =>
  script(
    count,
    `select ${document} from orders, ${apart} where tenant_id = '${tenantId}' and id = ${sqlIdOf(":n")}`,
  );

/** An order by id, as the text that is stored. */
export const orderAsStored = (tenantId: string, count: number): string =>
  script(
    count,
    `select state from orders where tenant_id = '${tenantId}' and id = ${sqlIdOf(":n")}`,
  );

/** A page of 50, as one JSON text. */
export const pageAsJson = (tenantId: string, count: number, start: number): string =>
  script(
    count,
    `select json_build_object('items', json_agg(${document} order by created_at desc, id desc))
       from (${page("*", tenantId, start)}) as page, ${apart}`,
  );

/** A page of 50, as rows of the text that is stored. */
export const pageAsStored = (tenantId: string, count: number, start: number): string =>
  script(count, page("state", tenantId, start));

const page = (columns: string, tenantId: string, start: number): string =>
  `select ${columns} from orders
    where tenant_id = '${tenantId}' and created_at < to_timestamp(${String(start / 1_000)} + :n)
    order by created_at desc, id desc limit 50`;

// A statement of pgbench ends with the line that has the semicolon.
const script = (count: number, sql: string): string =>
  `\\set n random(1, ${String(count)})\n${sql.replaceAll(/\s*\n\s*/g, " ")};\n`;
