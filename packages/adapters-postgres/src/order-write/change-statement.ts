import { columnNames, rowSets } from "../batch/row-set.ts";
import { lineColumns, orderColumns, tagColumns } from "./order-columns.ts";

const { id: _id, number: _number, created_at: _createdAt, ...changing } = orderColumns;

const sets = rowSets(
  {
    change: { id: "uuid", from_version: "integer", ...changing },
    line: lineColumns,
    tag: tagColumns,
    dropped_tag: tagColumns,
    dropped_line: { order_id: "uuid", line_id: "uuid" },
    movement: { product_id: "uuid", reserved: "bigint", on_hand: "bigint" },
  },
  2,
);

const assignments = Object.keys(changing)
  .map((column) => `${column} = change.${column}`)
  .join(", ");

/** Changes orders and products of one tenant, $1, that the transaction has locked. */
const text = `
with orders_changed as (
  update orders set ${assignments}
    from ${sets.from("change")}
   where orders.tenant_id = $1 and orders.id = any(${sets.array("change", "id")})
     and orders.id = change.id and orders.version = change.from_version
  returning orders.id
),
lines_dropped as (
  delete from order_lines using ${sets.from("dropped_line")}
   where order_lines.tenant_id = $1
     and order_lines.order_id = any(${sets.array("dropped_line", "order_id")})
     and order_lines.order_id = dropped_line.order_id and order_lines.line_id = dropped_line.line_id
),
lines_changed as (
  insert into order_lines (tenant_id, ${columnNames(lineColumns)})
  select $1, ${columnNames(lineColumns)} from ${sets.from("line")}
      on conflict (tenant_id, order_id, line_id) do update
     set position = excluded.position, quantity = excluded.quantity
),
tags_dropped as (
  delete from order_tags using ${sets.from("dropped_tag")}
   where order_tags.tenant_id = $1 and order_tags.tag = dropped_tag.tag
     and order_tags.created_at = dropped_tag.created_at and order_tags.order_id = dropped_tag.order_id
),
tags_added as (
  insert into order_tags (tenant_id, ${columnNames(tagColumns)})
  select $1, ${columnNames(tagColumns)} from ${sets.from("tag")}
),
stock_moved as (
  update products set reserved = products.reserved + movement.reserved,
                      on_hand = products.on_hand + movement.on_hand
    from ${sets.from("movement")}
   where products.tenant_id = $1 and products.id = any(${sets.array("movement", "product_id")})
     and products.id = movement.product_id
)
select count(*)::integer as changed from orders_changed`;

export const changeStatement = { name: "ordo_change", text, encode: sets.encode };

export type ChangeRows = Parameters<typeof sets.encode>[0];
