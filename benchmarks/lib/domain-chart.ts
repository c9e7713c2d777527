/** The figures of `domain.ts` as a picture: one bar each, on a scale of powers of ten, with the goal as a mark. */
export interface Bar {
  readonly name: string;
  readonly perSecond: number;
  /** What it is to reach; null when it is only told. */
  readonly goal: number | null;
}

const left = 280;
const scale = 52;
const rowHeight = 34;
const decades = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];

const x = (perSecond: number): string =>
  (left + Math.max(0, Math.log10(perSecond)) * scale).toFixed(1);

const label = (perSecond: number): string => Math.round(perSecond).toLocaleString("en");
const tick = (decade: number): string => decade.toLocaleString("en", { notation: "compact" });

const row = ({ name, perSecond, goal }: Bar, index: number): string => {
  const y = 44 + index * rowHeight;
  const end = Number(x(perSecond));
  const mark =
    goal === null
      ? ""
      : `<path d="M${x(goal)} ${y - 3}v24" class="goal"><title>goal: ${label(goal)} per second</title></path>`;
  return [
    `<text x="${left - 10}" y="${y + 14}" text-anchor="end">${name}</text>`,
    `<rect x="${left}" y="${y}" width="${(end - left).toFixed(1)}" height="18"/>`,
    mark,
    `<text x="${(end + 8).toFixed(1)}" y="${y + 14}" class="figure">${label(perSecond)}</text>`,
  ].join("");
};

/** A plain SVG that needs no script and reads on a light and on a dark page. */
export const chart = (title: string, bars: readonly Bar[]): string => {
  const height = 60 + bars.length * rowHeight;
  const grid = decades.map(
    (decade) =>
      `<path d="M${x(decade)} 38v${height - 58}" class="grid"/><text x="${x(decade)}" y="${height - 6}" text-anchor="middle" class="axis">${tick(decade)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 ${height}" role="img" aria-label="${title}">
<style>text{font:13px system-ui,sans-serif;fill:#444}rect{fill:#4477aa}.axis{font-size:9px}.figure{font-weight:600}.grid{stroke:#8884;fill:none}.goal{stroke:#cc3311;stroke-width:3;fill:none}.title{font-size:15px;font-weight:600}@media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#6699cc}}</style>
<text x="10" y="22" class="title">${title}</text>
${[...grid, ...bars.map(row)].join("\n")}
</svg>
`;
};
