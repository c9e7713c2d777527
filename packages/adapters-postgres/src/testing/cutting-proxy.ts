import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** When the connection is cut: before the server hears of the COMMIT, or before its answer comes back. */
export type Cut = "before commit" | "after commit";

/** A TCP proxy in front of PostgreSQL that cuts the next connection that commits. */
export interface CuttingProxy {
  readonly url: string;
  /** @param commits what the client sends to commit */
  arm(cut: Cut, commits?: string): void;
  /** Lets no byte through any more, and tells nobody, until it cuts all that is connected. */
  swallow(): { readonly cut: () => void };
  close(): Promise<void>;
}

export const startCuttingProxy = async (serverUrl: string): Promise<CuttingProxy> => {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let blackHole = false;
  let armed: { readonly cut: Cut; readonly commits: string } | undefined;

  const forward = (client: Socket, server: Socket): void => {
    let swallowing = false;
    client.on("data", (data) => {
      if (blackHole) return;
      if (armed !== undefined && data.includes(armed.commits)) {
        const { cut } = armed;
        armed = undefined;
        if (cut === "before commit") return void client.destroy();
        swallowing = true;
      }
      server.write(data);
    });
    server.on("data", (data) => {
      // The server has answered, so it has committed: now the answer gets lost.
      if (blackHole) return;
      if (swallowing) client.destroy();
      else client.write(data);
    });
  };

  const proxy = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    forward(client, server);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");

  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("not a TCP address");
  const url = new URL(serverUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return {
    url: url.href,
    arm: (cut, commits = "commit\0") => {
      armed = { cut, commits };
    },
    swallow: () => {
      blackHole = true;
      return {
        cut: () => {
          blackHole = false;
          for (const socket of sockets) socket.destroy();
        },
      };
    },
    close: async () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await once(proxy, "close");
    },
  };
};
