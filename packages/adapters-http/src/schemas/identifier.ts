import { z } from "zod";

/** A UUID, in lower case whatever was sent. */
export const identifier = z.uuid("Send a UUID.").toLowerCase();

export const exampleId = "01990f3e-7b5a-7c3e-9d2b-5f0c6a1e8d42";
