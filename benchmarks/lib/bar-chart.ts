import type { Comparison } from "./results.ts";
import { median } from "./statistics.ts";

const [width, left, rowHeight, lineHeight] = [720, 220, 58, 20];

/** Pairs of bars, each pair on its own scale, and lines of words below. */
export const barChart = (
  title: string,
  comparisons: readonly Comparison[],
  words: readonly string[] = [],
): string => {
  const rows = comparisons.map((comparison, index) => pair(comparison, 40 + index * rowHeight));
  const below = 50 + comparisons.length * rowHeight;
  const lines = words.map(
    (line, index) =>
      `<text x="10" y="${String(below + 10 + index * lineHeight)}">${escaped(line)}</text>`,
  );
  const height = below + words.length * lineHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="22" font-size="16">${title}${comparisons.length > 0 ? ": pgbench (gray) and Ordo (blue), medians" : ""}</text>
${[...rows, ...lines].join("\n")}
</svg>
`;
};

const pair = ({ name, unit, baseline, ordo }: Comparison, y: number): string => {
  const [theirs, ours] = [median(baseline), median(ordo)];
  const scale = (width - left - 130) / Math.max(theirs, ours);
  const bar = (value: number, top: number, fill: string) =>
    `<rect x="${String(left)}" y="${String(top)}" width="${(value * scale).toFixed(1)}" height="18" fill="${fill}"/>` +
    `<text x="${(left + value * scale + 6).toFixed(1)}" y="${String(top + 14)}">${value.toFixed(0)} ${unit}</text>`;
  return `<text x="10" y="${String(y + 24)}">${escaped(name)}</text>${bar(theirs, y, "#9aa0a6")}${bar(ours, y + 20, "#3367d6")}`;
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
