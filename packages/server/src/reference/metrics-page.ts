import type { Metrics } from "../metrics/metrics.ts";
import { markdownTable } from "./markdown-table.ts";

/** docs/operations/metrics.md, made from the metrics themselves. */
export const metricsPage = async ({ registry }: Metrics): Promise<string> => {
  const metrics = await registry.getMetricsAsJSON();
  const ours = metrics
    .filter(({ name }) => name.startsWith("ordo_"))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const labelsOf = (name: string): string => {
    const metric: object = registry.getSingleMetric(name) ?? {};
    return "labelNames" in metric && Array.isArray(metric.labelNames)
      ? metric.labelNames.map((label) => `\`${String(label)}\``).join(", ")
      : "";
  };
  const rows = ours.map(({ name, type, help }) => [
    `\`${name}\``,
    String(type),
    labelsOf(name),
    help,
  ]);
  return `# Metrics

Served at \`/metrics\` in the Prometheus text format, unless \`ENABLE_METRICS=false\`. The path is internal: keep it from the internet. With \`WORKERS\` above 1 any worker answers for all of them.

Made from the source by \`npm run docs:reference\`; a spec fails when it is stale. Every label takes its values from the source (routes, codes, use cases) or a short list; none holds a tenant, a customer or anything else that grows.

${markdownTable(["Metric", "Type", "Labels", "Meaning"], rows)}

Beside these there is what prom-client says of a Node process: \`process_*\` (\`process_cpu_seconds_total\`, \`process_resident_memory_bytes\`, \`process_start_time_seconds\`, on Linux also \`process_open_fds\` and \`process_max_fds\`) and \`nodejs_*\` (\`nodejs_eventloop_lag_p99_seconds\`, \`nodejs_gc_duration_seconds\`, \`nodejs_heap_size_used_bytes\`).
`;
};
