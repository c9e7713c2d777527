import type { ServiceIdentifier } from "inversify";

/**
 * A name under which the container keeps a `T`. Made by a function, so that its type stays
 * `ServiceIdentifier<T>`: a symbol constant would narrow to `symbol`, which fits every `T`.
 */
export const token = <T>(name: string): ServiceIdentifier<T> => Symbol.for(`ordo/${name}`);
