declare const brand: unique symbol;

/** A value of type `T` that only code which vouches for it may call a `Name`. Costs nothing at run time. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
