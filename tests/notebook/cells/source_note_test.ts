import assert from "node:assert/strict";
import { setSource, sourceNote } from "lib/notebook/cells/source_note.ts";

const synthetic = { name: "Synthetic records", synthetic: true };
const measured = { name: "MIT-BIH Arrhythmia Database 1.0.0", synthetic: false };

Deno.test("sourceNote() speaks of synthetic records only", () => {
  assert.match(sourceNote(synthetic)!, /synthetic/);
  assert.equal(sourceNote(measured), undefined);
});

Deno.test("sourceNote() goes by what setSource() was told last", () => {
  assert.equal(sourceNote(), undefined);
  setSource(synthetic);
  assert.match(sourceNote()!, /synthetic/);
  assert.equal(sourceNote(measured), undefined);
  setSource(measured);
  assert.equal(sourceNote(), undefined);
});
