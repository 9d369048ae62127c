import assert from "node:assert/strict";
import { symbolOfCode } from "lib/wfdb/annotations/annotation_codes.ts";
import { annotationCodes } from "lib/wfdb/mod.ts";

Deno.test("annotationCodes has every code and symbol once", () => {
  assert.equal(annotationCodes.length, 39);
  assert.equal(new Set(annotationCodes.map(({ code }) => code)).size, 39);
  assert.equal(new Set(annotationCodes.map(({ symbol }) => symbol)).size, 39);
});

Deno.test("annotationCodes calls beats what WFDB's isqrs calls so", () => {
  const beats = annotationCodes.filter(({ beat }) => beat).map(({ symbol }) => symbol);
  assert.equal(beats.join(""), "NLRaVFJASEj/QB?!enfr");
});

Deno.test("symbolOfCode has a symbol for every code that can be a label", () => {
  assert.equal(symbolOfCode.length, 59);
  assert.deepEqual([symbolOfCode[1], symbolOfCode[41], symbolOfCode[42]], ["N", "r", "[42]"]);
});
