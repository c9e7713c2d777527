import { z } from "zod";

/** Any state of a replica will do. */
export const eventual = "eventual";

/** The request header of a read. Its shape only: a token that is not ours is as good as none. */
export const consistencyHeader = z
  .string()
  .regex(
    /^(?:eventual|[A-Za-z0-9_-]{38,200})$/,
    "Send eventual, or the Ordo-Consistency of an earlier answer as it came; or leave it out.",
  );
