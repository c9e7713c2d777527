import { z } from "zod";

const cursorLink = z.string().nullable();

/** One page of a list (`{items, page: {next, prev}}`), published under this name. */
export const pageOf = <Item extends z.ZodType>(item: Item, id: string) =>
  z
    .object({
      items: z.array(item),
      page: z.object({
        next: cursorLink.meta({
          format: "uri-reference",
          description: "Null on the last page.",
        }),
        prev: cursorLink.meta({
          format: "uri-reference",
          description: "Null on the first page.",
        }),
      }),
    })
    .meta({ id });
