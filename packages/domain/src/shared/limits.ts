/** Every bound of the domain in one place, so that adapters can state them before a command is built. */
export const limits = {
  linesPerOrder: 500,
  discountsPerOrder: 50,
  shippingLinesPerOrder: 20,
  tagsPerOrder: 50,
  tagLength: 60,
  titleLength: 250,
  skuLength: 100,
  orderNumberLength: 50,
  noteLength: 2000,
  reasonLength: 500,
  metadataKeys: 50,
  metadataKeyLength: 40,
  metadataValueLength: 500,
  /** Basis points: 10 000 = 100 %. */
  rate: 10_000,
} as const;
