import type { OrderResource } from "../orders/order-schema.ts";

type Column = readonly [name: string, of: (order: OrderResource) => string | number | null];

const columns: readonly Column[] = [
  ["id", ({ id }) => id],
  ["number", ({ number }) => number],
  ["version", ({ version }) => version],
  ["status", ({ status }) => status],
  ["paymentStatus", ({ paymentStatus }) => paymentStatus],
  ["refundStatus", ({ refundStatus }) => refundStatus],
  ["fulfillmentStatus", ({ fulfillmentStatus }) => fulfillmentStatus],
  ["returnStatus", ({ returnStatus }) => returnStatus],
  ["customerId", ({ customerId }) => customerId],
  ["email", ({ email }) => email],
  ["channel", ({ channel }) => channel],
  ["currency", ({ currency }) => currency],
  ["lines", ({ lines }) => lines.length],
  ["subtotal", ({ totals }) => totals.subtotal],
  ["discount", ({ totals }) => totals.discount],
  ["shipping", ({ totals }) => totals.shipping],
  ["tax", ({ totals }) => totals.tax],
  ["total", ({ totals }) => totals.total],
  ["canceled", ({ totals }) => totals.canceled],
  ["returned", ({ totals }) => totals.returned],
  ["credited", ({ totals }) => totals.credited],
  ["current", ({ totals }) => totals.current],
  ["authorized", ({ totals }) => totals.authorized],
  ["captured", ({ totals }) => totals.captured],
  ["refunded", ({ totals }) => totals.refunded],
  ["balance", ({ totals }) => totals.balance],
  ["tags", ({ tags }) => tags.join(" ")],
  ["createdAt", ({ createdAt }) => createdAt],
  ["placedAt", ({ placedAt }) => placedAt],
  ["confirmedAt", ({ confirmedAt }) => confirmedAt],
  ["completedAt", ({ completedAt }) => completedAt],
  ["canceledAt", ({ canceledAt }) => canceledAt],
];

/** The names of the columns. */
export const csvHeader = `${columns.map(([name]) => name).join(",")}\r\n`;

/** One order as a row (RFC 4180); amounts in minor units. */
export const csvRow = (order: OrderResource): string =>
  `${columns.map(([, of]) => field(of(order))).join(",")}\r\n`;

const field = (value: string | number | null): string => {
  if (value === null) return "";
  const text = typeof value === "string" ? withoutFormula(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

// Spreadsheets run text that begins like this; whoever orders chooses some of it.
const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
