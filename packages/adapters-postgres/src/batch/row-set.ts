import { binaryArray, type ColumnType, type ColumnValues } from "./binary-array.ts";

/** The columns of rows that a statement takes as parameters, one array per column. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** A row of such columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ColumnValues[C[K]] | null };

/** How a statement reads each of its row sets, and how they become its parameters. */
export interface RowSets<S extends Readonly<Record<string, Columns>>> {
  /** Per set an `unnest(…) as name (columns…)` for the statement's text. */
  readonly from: (set: keyof S) => string;
  /** One column of a set, as the array that it is: to look rows up by it in an index, whatever the plan. */
  readonly array: (set: keyof S, column: string) => string;
  /** The parameters, in the order that the texts name them. */
  readonly encode: (rows: { readonly [K in keyof S]: readonly RowOf<S[K]>[] }) => readonly Buffer[];
}

/** @param firstParameter the number of the first `$n` that belongs to the sets */
export const rowSets = <S extends Readonly<Record<string, Columns>>>(
  sets: S,
  firstParameter: number,
): RowSets<S> => {
  let parameter = firstParameter;
  const froms = new Map<keyof S, string>();
  const arrays = new Map<string, string>();
  for (const [name, columns] of Object.entries(sets)) {
    const parameters = Object.entries(columns).map(([column, type]) => {
      const array = `$${String(parameter++)}::${type}[]`;
      arrays.set(`${name}.${column}`, array);
      return array;
    });
    froms.set(name, `unnest(${parameters.join(", ")}) as ${name} (${columnNames(columns)})`);
  }
  return {
    from: (set) => known(froms.get(set)),
    array: (set, column) => known(arrays.get(`${String(set)}.${column}`)),
    encode: (rows) =>
      Object.entries(sets).flatMap(([name, columns]) => encodeColumns(columns, rows[name] ?? [])),
  };
};

const known = (text: string | undefined): string => {
  if (text === undefined) throw new Error("no row set has such a name or column");
  return text;
};

/** The names for a column list, each behind `prefix`. */
export const columnNames = (columns: Columns, prefix = ""): string =>
  Object.keys(columns)
    .map((name) => prefix + name)
    .join(", ");

const encodeColumns = (columns: Columns, rows: readonly RowOf<Columns>[]): readonly Buffer[] =>
  Object.entries(columns).map(([name, type]) =>
    binaryArray(
      type,
      rows.map((row) => row[name] ?? null),
    ),
  );
