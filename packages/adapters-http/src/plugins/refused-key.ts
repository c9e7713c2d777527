/** The body is JSON, with a key in it that could reach into the prototype of an object. */
export class RefusedKey extends Error {
  override readonly name = "RefusedKey";
  /** Where the key stands in the body, itself included. */
  readonly path: readonly string[];

  constructor(path: readonly string[]) {
    super("The body has a key that is not accepted");
    this.path = path;
  }
}

/** Where the first such key stands: the same keys that secure-json-parse refuses without saying where. */
export const findRefusedKey = (json: unknown): RefusedKey | undefined => {
  if (!isObject(json)) return undefined;
  const places: Place[] = [{ value: json, key: "", inside: undefined }];
  for (const place of places)
    for (const [key, value] of Object.entries(place.value)) {
      if (key === "__proto__") return new RefusedKey([...pathOf(place), key]);
      if (!isObject(value)) continue;
      if (key === "constructor" && Object.hasOwn(value, "prototype"))
        return new RefusedKey([...pathOf(place), key, "prototype"]);
      places.push({ value, key, inside: place });
    }
  return undefined;
};

// A place knows only what it is inside of: with whole paths, deep nesting would cost the square of its depth.
interface Place {
  readonly value: object;
  readonly key: string;
  readonly inside: Place | undefined;
}

const pathOf = (place: Place): readonly string[] => {
  const path: string[] = [];
  for (let at = place; at.inside !== undefined; at = at.inside) path.push(at.key);
  return path.toReversed();
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
