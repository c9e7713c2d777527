import type { FastifyInstance } from "fastify";
import { StartupError } from "./startup-error.ts";

/** Listens and answers with the URL to use. A port that cannot be had says how to choose another. */
export const listen = async (app: FastifyInstance, host: string, port: number): Promise<string> => {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw new StartupError(adviceFor(error, host, port), { cause: error });
  }
};

const adviceFor = (error: unknown, host: string, port: number): string => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
  if (code === "EACCES")
    return `Port ${port} on ${host} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`;
  throw error;
};
