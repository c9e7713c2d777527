/**
 * The list with the item of that id changed.
 *
 * @throws when there is none, which only a corrupt journal or a bug can cause.
 */
export const replaceItem = <T extends { readonly id: string }>(
  items: readonly T[],
  id: T["id"],
  change: (item: T) => T,
): readonly T[] => {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) throw new Error(`the journal names ${id}, which the order does not have`);
  return items.with(index, change(item));
};
