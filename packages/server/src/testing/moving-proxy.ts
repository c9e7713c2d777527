import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** One address for a database that comes back on another port after each restart. */
export interface MovingProxy {
  /** The server's URL, by way of the proxy. */
  readonly url: string;
  /** Sends whoever connects from now on to this server. */
  moveTo(serverUrl: string): void;
  close(): Promise<void>;
}

export const startMovingProxy = async (serverUrl: string): Promise<MovingProxy> => {
  let target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on("error", () => undefined);
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
    from.pipe(to);
  };
  const proxy = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    join(client, server);
    join(server, client);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  const url = new URL(serverUrl);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" ? address?.port : "");
  return {
    url: url.href,
    moveTo: (next) => {
      target = new URL(next);
    },
    close: async () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await once(proxy, "close");
    },
  };
};
