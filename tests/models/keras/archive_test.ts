import assert from "node:assert/strict";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { readArchive, writeArchive } from "../../../lib/models/keras/archive.ts";
import { encode } from "./keras_fixtures.ts";

const files = { "config.json": encode("{}"), "model.weights.h5": new Uint8Array(1000).fill(7) };

Deno.test("readArchive() gives back what writeArchive() was given, and only what is wanted", async () => {
  const archive = await writeArchive({ ...files, "assets/words.txt": encode("no") });
  const limits = { "config.json": 2, "model.weights.h5": 1000 };
  assert.deepEqual(await readArchive(archive, limits), files);
});

Deno.test("readArchive() refuses a file that is said to be larger than it may be", async () => {
  const archive = await writeArchive(files);
  await assert.rejects(readArchive(archive, { "model.weights.h5": 999 }), {
    message: "wanted at most 999 bytes in model.weights.h5, found 1000",
  });
});

Deno.test("readArchive() unpacks no more than a file was said to have", async () => {
  const archive = await packed("config.json", "0".repeat(20_000_000), { level: 9 });
  const said = new DataView(archive.buffer);
  const central = indexOf(archive, [0x50, 0x4b, 1, 2]);
  said.setUint32(central + 24, 1000, true);
  await assert.rejects(readArchive(archive, { "config.json": 1e6 }), /wanted .*config.json/);
});

Deno.test("readArchive() finds a byte that was changed, by the file's sum", async () => {
  const archive = await writeArchive(files);
  archive[indexOf(archive, [7, 7, 7, 7]) + 500] = 8;
  await assert.rejects(
    readArchive(archive, { "model.weights.h5": 1000 }),
    /wanted model.* undamaged/,
  );
});

Deno.test("readArchive() refuses an archive with a path that leads out of it", async () => {
  const archive = await writeArchive({ ...files, "../../outside": encode("no") });
  await assert.rejects(readArchive(archive, { "config.json": 2 }), /wanted a zip archive, found/);
});

Deno.test("readArchive() refuses locked files, a file that is there twice, and one too many", async () => {
  const locked = await packed("config.json", "{}", { password: "secret" });
  await assert.rejects(readArchive(locked, { "config.json": 10 }), /wanted config.json undamaged/);
  const twice = await writeArchive({ "config.jsoa": encode("1"), "config.json": encode("2") });
  for (let at = 0; (at = indexOf(twice, [...encode("jsoa")], at)) >= 0;) twice[at + 3] = 110;
  await assert.rejects(readArchive(twice, { "config.json": 10 }), /wanted .*/);
  const many = Object.fromEntries(Array.from({ length: 1002 }, (_, i) => [`${i}`, encode("")]));
  const crowd = await writeArchive(many);
  await assert.rejects(readArchive(crowd, { "1": 10 }), /wanted at most 1000 files/);
});

async function packed(name: string, text: string, options: { level?: number; password?: string }) {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  await writer.add(name, new TextReader(text), options);
  return await writer.close();
}

function indexOf(bytes: Uint8Array, part: number[], from = 0): number {
  return bytes.findIndex((_, i) => i >= from && part.every((byte, j) => bytes[i + j] === byte));
}
