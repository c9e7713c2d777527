import type { ClaimFault, Rejection } from "@ordo/application";
import type { Path } from "@ordo/domain";
import type { InputFault } from "./input-fault.ts";
import { jsonPointer } from "./json-pointer.ts";
import type { Problem } from "./problem.ts";

/** Everything a use case can refuse with. */
export type Refusal = Rejection | ClaimFault;
type RefusalByType = { readonly [R in Refusal as R["type"]]: R };

/** How one kind of refusal is told to people and programs. */
interface RefusalProblem<R> {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: (refusal: R) => string;
  readonly errors?: (refusal: R) => readonly InputFault[];
  readonly extensions?: (refusal: R) => Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

// Mapped over the union, so that a refusal without an entry does not compile.
type RefusalProblems = { readonly [T in keyof RefusalByType]: RefusalProblem<RefusalByType[T]> };

const inBody = (path: Path, detail: string): readonly InputFault[] => [
  { detail, pointer: jsonPointer(path), in: "body" },
];

const notFound = (noun: string, detail: string) => ({
  status: 404,
  code: "not-found",
  title: `There is no such ${noun}`,
  detail: () => detail,
});

const taken = (code: string, title: string) => ({ status: 409, code, title });

export const refusalProblems: RefusalProblems = {
  OrderNotFound: notFound(
    "order",
    "Check the order's id, or list the orders you can see with GET /api/v1/orders.",
  ),
  CustomerNotFound: notFound("customer", "Check the customer's id."),
  ProductNotFound: notFound("product", "Check the product's id."),

  UnknownCustomer: {
    status: 422,
    code: "unknown-customer",
    title: "The customer does not exist",
    detail: ({ customerId }) =>
      `There is no customer ${customerId}. Create it with POST /api/v1/customers, or send only an email to order as a guest.`,
    errors: ({ path }) => inBody(path, "Send the id of an existing customer."),
  },
  UnknownProduct: {
    status: 422,
    code: "unknown-product",
    title: "The product does not exist",
    detail: ({ productId }) =>
      `There is no product ${productId}. Create it with POST /api/v1/products, or remove the line.`,
    errors: ({ path }) => inBody(path, "Send the id of an existing product."),
  },

  EmailTaken: {
    ...taken("email-taken", "Another customer has this email"),
    detail: ({ email }) =>
      `A customer with the email ${email} exists. Use that customer, or send another email.`,
    errors: () => inBody(["email"], "Send an email that no other customer has."),
  },
  SkuTaken: {
    ...taken("sku-taken", "Another product has this SKU"),
    detail: ({ sku }) =>
      `A product with the SKU ${sku} exists. Use that product, or send another SKU.`,
    errors: () => inBody(["sku"], "Send a SKU that no other product has."),
  },
  OrderNumberTaken: {
    ...taken("number-taken", "Another order has this number"),
    detail: ({ number }) =>
      `An order with the number ${number} exists. Send another number, or leave it out to have one made.`,
    errors: () => inBody(["number"], "Send a number that no other order has, or none."),
  },

  StaleVersion: {
    status: 409,
    code: "stale-version",
    title: "The order has changed since you read it",
    detail: ({ expectedVersion, currentVersion }) =>
      `You expected version ${expectedVersion}; the order is at version ${currentVersion}. Read it again, and repeat your request with the new version if it still applies.`,
    extensions: ({ status, currentVersion }) => ({ currentStatus: status, currentVersion }),
  },
  StatusForbidsCommand: {
    status: 409,
    code: "not-allowed-in-status",
    title: "The order's status does not allow this",
    detail: ({ command, status, allowedIn }) =>
      `The order is ${status}; "${command}" is possible only when it is ${allowedIn.join(" or ")}. Read the order: its actions list what is possible now.`,
    extensions: ({ status }) => ({ currentStatus: status }),
  },
  InsufficientStock: {
    status: 409,
    code: "insufficient-stock",
    title: "There is not enough stock",
    detail: ({ shortages }) =>
      `${shortages
        .map(
          ({ productId, requested, available }) =>
            `Of product ${productId}, ${requested} were asked for and ${available} can be had.`,
        )
        .join(" ")} Lower the quantities, or order again when there is more. Nothing was reserved.`,
    extensions: ({ shortages }) => ({
      shortages: shortages.map(({ productId, requested, available }) => ({
        productId,
        requested,
        available,
      })),
    }),
  },
  TotalDiffersFromExpected: {
    status: 409,
    code: "total-mismatch",
    title: "The total is not the one you expected",
    detail: ({ expected, computed }) =>
      `You expected ${expected}; the order comes to ${computed}. Show the new total to the buyer and send it as expectedTotal, or leave expectedTotal out.`,
    errors: ({ computed }) => inBody(["expectedTotal"], `Send ${computed}, or leave it out.`),
    extensions: ({ expected, computed }) => ({ expectedTotal: expected, computedTotal: computed }),
  },

  CustomersMayNot: {
    status: 403,
    code: "staff-only",
    title: "Only staff may do this",
    detail: ({ what }) =>
      `A customer may not ${what}. Leave out what errors points at, or use a staff token.`,
    errors: ({ path, what }) => inBody(path, `Leave this out: a customer may not ${what}.`),
  },

  OrderNeedsALine: {
    status: 422,
    code: "order-needs-a-line",
    title: "An order needs a line",
    detail: () => "Send at least one line.",
    errors: () => inBody(["lines"], "Send at least one line."),
  },
  TooManyItems: {
    status: 422,
    code: "too-many-items",
    title: "The list is too long",
    detail: ({ path, limit }) => `${path.join(".")} takes at most ${limit} items. Split the order.`,
    errors: ({ path, limit }) => inBody(path, `Send at most ${limit} items.`),
  },
  UnknownCurrency: {
    status: 422,
    code: "unknown-currency",
    title: "The currency does not exist",
    detail: ({ currency }) =>
      `${currency} is no active ISO 4217 code. Send one, in upper case, such as EUR.`,
    errors: () => inBody(["currency"], "Send an active ISO 4217 code in upper case."),
  },
  QuantityMustBeAPositiveInteger: {
    status: 422,
    code: "invalid-quantity",
    title: "The quantity is not a positive integer",
    detail: () => "Send a quantity of 1 or more, without a fraction.",
    errors: ({ path }) => inBody(path, "Send an integer of 1 or more."),
  },
  AmountMustBeANonNegativeInteger: {
    status: 422,
    code: "invalid-amount",
    title: "The amount is not an integer of minor units",
    detail: () => "Send amounts in minor units of the currency: 19.99 EUR is 1999.",
    errors: ({ path }) => inBody(path, "Send an integer from 0 to 2^53 − 1."),
  },
  RateMustBeBasisPoints: {
    status: 422,
    code: "invalid-rate",
    title: "The rate is not in basis points",
    detail: ({ limit }) => `Send rates in basis points from 0 to ${limit}: 19 % is 1900.`,
    errors: ({ path, limit }) => inBody(path, `Send an integer from 0 to ${limit}.`),
  },
  DiscountNamesNoLine: {
    status: 422,
    code: "unknown-line",
    title: "The discount names a line that is not there",
    detail: ({ lines }) =>
      `The order has ${lines} lines, counted from 0. Send a line from 0 to ${lines - 1}, or none for a discount on all of them.`,
    errors: ({ path, lines }) =>
      inBody(path, `Send an integer from 0 to ${lines - 1}, or leave it out.`),
  },
  AmountLeavesSafeRange: {
    status: 422,
    code: "amount-out-of-range",
    title: "An amount is too large to be exact",
    detail: () =>
      "A sum or product goes beyond 2^53 − 1 minor units. Lower the prices or quantities, or split the order.",
    errors: ({ path }) => inBody(path, "Lower what adds up here to less than 2^53 minor units."),
  },
  ProductCurrencyDiffers: {
    status: 422,
    code: "currency-mismatch",
    title: "A product is priced in another currency",
    detail: ({ productId, productCurrency, orderCurrency }) =>
      `Product ${productId} is priced in ${productCurrency}, the order is in ${orderCurrency}. Order it in ${productCurrency}, or remove the line.`,
    errors: ({ path, orderCurrency }) =>
      inBody(path, `Send a product that is priced in ${orderCurrency}.`),
  },

  IdempotencyKeyReused: {
    status: 422,
    code: "idempotency-key-reused",
    title: "The idempotency key stands for another request",
    detail: () =>
      "This Idempotency-Key was sent before with another method, target or body. Send a new key with a new request.",
  },
  IdempotencyKeyInUse: {
    status: 409,
    code: "idempotency-key-in-use",
    title: "The first request with this key is still running",
    detail: () =>
      "Wait a second and send the same request with the same Idempotency-Key: you get the first one's answer.",
    headers: { "retry-after": "1" },
  },
};

/** The refusal as a problem. */
export const problemOf = <T extends keyof RefusalByType>(
  refusal: RefusalByType[T] & { readonly type: T },
): Problem => {
  const {
    status,
    code,
    title,
    detail,
    errors,
    extensions,
    headers,
  }: RefusalProblem<RefusalByType[T]> = refusalProblems[refusal.type];
  return {
    status,
    code,
    title,
    detail: detail(refusal),
    ...(errors && { errors: errors(refusal) }),
    ...(extensions && { extensions: extensions(refusal) }),
    ...(headers && { headers }),
  };
};
