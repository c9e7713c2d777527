import assert from "node:assert/strict";

/** The one object of its kind. */
export function only(objects, kind) {
  const found = objects.filter((object) => object.kind === kind);
  assert.equal(found.length, 1, `one ${kind}`);
  return found[0];
}

/** That these labels select the pods of a Deployment or Job. */
export function assertSelects(labels, { spec: { template } }, who) {
  assert.ok(Object.keys(labels ?? {}).length > 0, `${who} selects something`);
  for (const [name, value] of Object.entries(labels))
    assert.equal(template.metadata.labels[name], value, `${who} selects by ${name}`);
}
