import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy in front of PostgreSQL whose wire can be cut or filled with sand. */
export interface TcpProxy {
  readonly url: string;
  /** Resets what is connected and whoever connects. */
  refuse(): void;
  /** Lets no byte through, and tells nobody. */
  swallow(): void;
  forward(): void;
  close(): Promise<void>;
}

type Mode = "refuse" | "swallow" | "forward";

export const startTcpProxy = async (serverUrl: string): Promise<TcpProxy> => {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let mode: Mode = "forward";

  const proxy = createServer((client) => {
    if (mode === "refuse") return void client.resetAndDestroy();
    const server = connect(Number(target.port), target.hostname);
    join(client, server);
    join(server, client);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");

  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on("error", () => undefined);
    from.on("data", (data) => {
      if (mode === "forward") to.write(data);
    });
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };

  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("not a TCP address");
  const url = new URL(serverUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return {
    url: url.href,
    refuse: () => {
      mode = "refuse";
      cut();
    },
    swallow: () => {
      mode = "swallow";
    },
    forward: () => {
      // What was swallowed is missing: nothing that is connected can go on.
      if (mode === "swallow") cut();
      mode = "forward";
    },
    close: async () => {
      proxy.close();
      cut();
      await once(proxy, "close");
    },
  };
};
