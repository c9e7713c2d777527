import { createClient } from "@redis/client";

/** Told when Redis comes and goes. */
export interface RedisObserver {
  up(): void;
  down(error: unknown): void;
}

/** Tells the observer of changes alone. */
export const onChange = (observer: RedisObserver): RedisObserver => {
  let isUp: boolean | undefined;
  return {
    up: () => {
      if (isUp !== true) observer.up();
      isUp = true;
    },
    down: (error) => {
      if (isUp !== false) observer.down(error);
      isUp = false;
    },
  };
};

const connectTimeoutMs = 2_000;
const longestPauseMs = 2_000;

/** A client that connects in the background, again and again, and never makes anyone wait for it. */
export const openRedis = (url: string, observer: RedisObserver) => {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: connectTimeoutMs,
      reconnectStrategy: (attempts) => Math.min(longestPauseMs, 50 * 2 ** Math.min(attempts, 6)),
    },
  });
  client.on("ready", () => observer.up());
  client.on("error", (error) => observer.down(error));
  // It goes on trying until it is closed; then there is nobody left to tell.
  client.connect().catch(() => undefined);
  return client;
};

export type RedisConnection = ReturnType<typeof openRedis>;
