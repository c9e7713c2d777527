import { lifecycle, type OrderStatus, orderStatuses } from "@ordo/domain";

type Arrow = readonly [from: OrderStatus | "none", to: OrderStatus];
interface Drawn {
  readonly arrow: Arrow;
  /** As SVG draws it. */
  readonly path: string;
  /** Where its commands stand. */
  readonly label: readonly [x: number, y: number];
}

const width = 150;
const height = 54;

/** The upper left corners: a status that gets none does not compile. */
const places: Readonly<Record<OrderStatus, readonly [x: number, y: number]>> = {
  draft: [64, 70],
  pending: [64, 196],
  confirmed: [64, 322],
  completed: [64, 448],
  canceled: [430, 196],
};

const drawn: readonly Drawn[] = [
  { arrow: ["none", "draft"], path: "M139 30V66", label: [149, 54] },
  { arrow: ["none", "pending"], path: "M131 22H30V223H60", label: [38, 160] },
  { arrow: ["draft", "pending"], path: "M139 124V192", label: [149, 162] },
  { arrow: ["pending", "confirmed"], path: "M139 250V318", label: [149, 288] },
  { arrow: ["confirmed", "completed"], path: "M104 376V444", label: [112, 414] },
  { arrow: ["completed", "confirmed"], path: "M180 448V380", label: [190, 414] },
  { arrow: ["draft", "canceled"], path: "M214 97H505V192", label: [224, 90] },
  { arrow: ["pending", "canceled"], path: "M214 223H426", label: [224, 216] },
  { arrow: ["confirmed", "canceled"], path: "M214 349H505V254", label: [224, 342] },
];

/** The life of an order as a picture (SVG), drawn from the table that decides it. */
export const lifecycleDrawing = (): string =>
  [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 596 524" role="img" aria-labelledby="t" font-family="ui-sans-serif, system-ui, sans-serif">',
    '<title id="t">The life of an order: each status, and the commands that lead from one to the next.</title>',
    `<style>${style}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>',
    '<rect class="card" x="1" y="1" width="594" height="522" rx="10"/>',
    '<circle class="start" cx="139" cy="22" r="7"/>',
    ...arrowsOf().map(drawArrow),
    ...orderStatuses.map(drawStatus),
    "</svg>",
  ].join("");

/** @throws when the table has an arrow that is not drawn, or no longer has one that is */
const arrowsOf = (): readonly (Drawn & { readonly commands: readonly string[] })[] => {
  const table = new Map<string, string[]>();
  for (const [from, row] of Object.entries(lifecycle))
    for (const [command, targets] of Object.entries(row))
      for (const to of targets)
        if (to !== from)
          table.set(`${from} ${to}`, [...(table.get(`${from} ${to}`) ?? []), command]);
  const arrows = drawn.map((one) => ({ ...one, commands: table.get(one.arrow.join(" ")) ?? [] }));
  const empty = arrows.some(({ commands }) => commands.length === 0);
  if (empty || arrows.length !== table.size)
    throw new Error("The drawing is not of this lifecycle");
  return arrows;
};

const drawArrow = ({
  path,
  label: [x, y],
  commands,
}: Drawn & { readonly commands: readonly string[] }) =>
  `<path class="arrow" d="${path}" marker-end="url(#tip)"/><text class="command" x="${x}" y="${y}">${commands.join(", ")}</text>`;

const drawStatus = (status: OrderStatus): string => {
  const [x, y] = places[status];
  const kept = Object.values<readonly string[]>(lifecycle[status]).filter((targets) =>
    targets.includes(status),
  ).length;
  const middle = x + width / 2;
  return [
    `<rect class="status" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`,
    `<text class="name" x="${middle}" y="${y + 24}" text-anchor="middle">${status}</text>`,
    `<text class="kept" x="${middle}" y="${y + 42}" text-anchor="middle">${kept} commands keep it so</text>`,
  ].join("");
};

// Colors of its own, and a card to stand on: the page around it may be light or dark.
const style = [
  ".card{fill:#fbfbfa;stroke:#d9d9d6}.start{fill:#1b1b1b}.tip{fill:#55555a}",
  ".arrow{fill:none;stroke:#55555a;stroke-width:1.5}.status{fill:#fff;stroke:#0067a8;stroke-width:1.5}",
  ".name{font-size:16px;font-weight:600;fill:#1b1b1b}.kept{font-size:11px;fill:#5b5b60}",
  ".command{font-size:13px;fill:#1b1b1b}",
].join("");
