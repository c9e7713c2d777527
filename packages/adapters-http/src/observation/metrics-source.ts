/** What `/metrics` serves. */
export interface MetricsSource {
  /** The Prometheus text exposition format, version 0.0.4. */
  render(): Promise<string>;
}
