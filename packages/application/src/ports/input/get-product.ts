import type { Product, ProductId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound } from "../../rejection.ts";

/** Reads one product. */
export type GetProduct = (
  productId: ProductId,
  context: RequestContext,
) => Promise<Result<Product, NotFound>>;
