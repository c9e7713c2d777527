import { type Application, anApplication } from "@ordo/application/testing";
import type { ReadReplica } from "../consistency/read-replica.ts";

/** A replica that has all that the application has, at once. */
export const aReplica = ({ useCases }: Application = anApplication()): ReadReplica => ({
  queries: useCases,
  position: async () => "1/1/1",
  admits: async () => "yes",
  whileUp: (work) => work(),
  fault: () => null,
});
