/**
 * When nobody waits for an answer any more, in milliseconds since the epoch; null when somebody always will.
 * It is patience and nothing else: what waits for its turn until then need not run. No outcome depends on it
 * (guarantee 13), so that a wrong clock costs an answer and never the truth of one.
 */
export type Deadline = number | null;
