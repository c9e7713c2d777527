/** Told of every request, synchronously and often: do little. */
export interface RequestObserver {
  started(): void;
  /** Called once for each `started`, when the answer is out or its client has gone. */
  finished(request: FinishedRequest): void;
}

/** Holds nothing that a client can make up, so that it is fit for the labels of a metric. */
export interface FinishedRequest {
  readonly method: string;
  /** The route's pattern; "none" when nothing is served there. */
  readonly route: string;
  /** 499 when the client went away before its answer was out, or took too long to read it. */
  readonly status: number;
  /** The code of the problem that was answered. */
  readonly problem: string | undefined;
  readonly seconds: number;
}
