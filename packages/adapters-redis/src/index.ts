export { makeRedisRateLimiter, type RedisRateLimiter } from "./redis-rate-limiter.ts";
