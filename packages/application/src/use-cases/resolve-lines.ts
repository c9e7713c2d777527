import { LineId, type LineInput, type Path, type Product, type ProductId } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { NewOrderLine } from "../ports/input/order-lines.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import type { UnknownReference } from "../rejection.ts";
import type { TenantId } from "../tenant-id.ts";

interface Ports {
  readonly products: ProductRepository;
  readonly ids: IdGenerator;
}

/**
 * Gives every line an id, and every catalog line its product, read in one go.
 *
 * @param pathOf where in the input the n-th line stands
 */
export const resolveLines = async (
  { products, ids }: Ports,
  lines: readonly NewOrderLine[],
  tenantId: TenantId,
  pathOf: (index: number) => Path = (index) => ["lines", index],
): Promise<Result<readonly LineInput[], UnknownReference>> => {
  const wanted = new Set<ProductId>();
  for (const line of lines) if ("productId" in line) wanted.add(line.productId);
  const found = wanted.size > 0 ? await products.findMany(tenantId, [...wanted]) : [];
  const byId = new Map<ProductId, Product>();
  for (const product of found) byId.set(product.id, product);

  const resolved: LineInput[] = [];
  for (const [index, line] of lines.entries()) {
    const id = LineId(ids.next());
    if (!("productId" in line)) {
      resolved.push({ id, ...line });
      continue;
    }
    const { productId, quantity } = line;
    const product = byId.get(productId);
    if (!product || product.archivedAt !== null) {
      const path = [...pathOf(index), "productId"];
      return err({ type: product ? "ProductArchived" : "UnknownProduct", path, productId });
    }
    resolved.push({ id, quantity, product });
  }
  return ok(resolved);
};
