/** Which products an order holds: the N:M relation, indexed both ways. Amounts live in the order's state. */
export interface OrderLinesTable {
  tenant_id: string;
  order_id: string;
  line_id: string;
  /** 0-based index in the order. */
  position: number;
  /** Null on a custom line. */
  product_id: string | null;
  quantity: number;
}
