import assert from "node:assert/strict";
import { readRecording } from "lib/recordings/mod.ts";
import { physicalSignal, readRecord } from "lib/wfdb/mod.ts";
import { recognizeFile } from "lib/recordings/recognize_file.ts";
import { fixtureDirectory, readBytes, readTables } from "./fixtures.ts";

const wfdbDirectory = new URL("../fixtures/wfdb/", import.meta.url).pathname;

Deno.test("readRecording() reads a WFDB record in physical units, named in any way", async () => {
  const record = await readRecord(`${wfdbDirectory}tiny_212`);
  for (const name of ["tiny_212", "tiny_212.hea", "tiny_212.dat", "tiny_212.atr"]) {
    const { leads, annotations, ...rest } = await readRecording(wfdbDirectory + name);
    assert.equal(rest.format, "WFDB");
    assert.equal(rest.name, "tiny_212");
    assert.equal(rest.frequency, record.header.samplingFrequency);
    for (const [index, { name, unit, samples }] of leads.entries()) {
      assert.equal(name, record.header.signals[index]!.description);
      assert.equal(unit, "mV");
      assert.deepEqual(samples, Float32Array.from(physicalSignal(record, index)));
    }
    assert.deepEqual(
      annotations.map(({ time, symbol }) => [time * rest.frequency, symbol]),
      record.annotations.map(({ sample, symbol }) => [sample, symbol]),
    );
  }
});

Deno.test("readRecording() tells a file by its content, not its name", async () => {
  await withFiles(async (folder) => {
    const formats: Record<string, string> = {
      "plus.edf": "EDF+C",
      "gaps.edf": "EDF+D",
      "plain.bdf": "BDF",
    };
    for (const [file, format] of Object.entries(formats)) {
      await Deno.copyFile(fixtureDirectory + file, `${folder}/export.csv`);
      const recording = await readRecording(`${folder}/export.csv`);
      assert.deepEqual([recording.format, recording.name], [format, "export"]);
    }
    const { text } = (await readTables())["German spreadsheet"]!;
    await Deno.writeTextFile(`${folder}/night.edf`, text);
    assert.equal((await readRecording(`${folder}/night.edf`)).format, "CSV");
  });
});

Deno.test("readRecording() reads tables in UTF-8, UTF-16 and Latin-1", async () => {
  await withFiles(async (folder) => {
    const { text, frequency, leads } = (await readTables())["Apple Health, German"]!;
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);
    const latin = Uint8Array.from(text, (c) => c.charCodeAt(0));
    for (const bytes of [new TextEncoder().encode(`\ufeff${text}`), utf16, latin]) {
      await Deno.writeFile(`${folder}/ecg.csv`, bytes);
      const recording = await readRecording(`${folder}/ecg.csv`);
      assert.equal(recording.frequency, frequency);
      assert.deepEqual(recording.leads.map(({ name, unit }) => [name, unit]), [[
        Object.keys(leads)[0],
        "mV",
      ]]);
      assert.deepEqual(recording.warnings, []);
    }
  });
});

Deno.test("recognizeFile() tells headers of WFDB, tables and EDF files apart", async () => {
  const kind = (text: string) => recognizeFile(new TextEncoder().encode(text)).kind;
  const headers: { text: string }[] = JSON.parse(
    await Deno.readTextFile(`${wfdbDirectory}headers.json`),
  );
  for (const { text } of headers) {
    // A record without signals has nothing to be known by but its name.
    if (/^\s*(#.*\s+)*\S+\s+0(\s|$)/.test(text)) continue;
    assert.equal(kind(text), "WFDB header", text);
  }
  for (const { text } of Object.values(await readTables())) assert.equal(kind(text), "CSV", text);
  for (const file of ["plain.edf", "plus.edf", "gaps.edf"]) {
    assert.equal(recognizeFile(await readBytes(file)).kind, "EDF");
  }
  assert.equal(kind("0        0.1\n1        0.2\n"), "CSV");
  assert.equal(kind("[10:02:12.004 01/01/2020] 0.1\n[10:02:12.008 01/01/2020] 0.2\n"), "CSV");
});

Deno.test("readRecording() reads past a wrong checksum or initial value, with a warning", async () => {
  await withFiles(async (folder) => {
    await Deno.copyFile(`${wfdbDirectory}tiny_212.dat`, `${folder}/tiny_212.dat`);
    const header = await Deno.readTextFile(`${wfdbDirectory}tiny_212.hea`);
    const fields = header.split("\n").map((line) => line.split(" "));
    const initial = fields[1]![5]!;
    fields[1]![5] = String(Number(initial) + 9);
    await Deno.writeTextFile(
      `${folder}/tiny_212.hea`,
      fields.map((line) => line.join(" ")).join("\n"),
    );
    const { leads, warnings } = await readRecording(`${folder}/tiny_212`);
    assert.deepEqual(leads, (await readRecording(`${wfdbDirectory}tiny_212`)).leads);
    assert.deepEqual(warnings, [
      "The record is not what its header says: signal 0 initial value must be " +
      `${Number(initial) + 9} but is ${initial}.`,
    ]);
  });
});

Deno.test("readRecording() gives the start of a WFDB record as ISO 8601, or its text with a warning", async () => {
  await withFiles(async (folder) => {
    const starts: [string, string | undefined][] = [
      ["", undefined],
      [" 9:5:7.5", "9:5:7.5"],
      [" 9:5:7.5 25/4/1989", "1989-04-25T09:05:07.5"],
      // As wfdb-python's rdheader() has them.
      [" 12:30 25/4/1989", "1989-04-25T00:12:30"],
      [" 5 25/4/1989", "1989-04-25T00:00:05"],
      [" 05-May-2020 09:49:17", "05-May-2020 09:49:17"],
      [" 9:05:07 31/02/1989", "9:05:07 31/02/1989"],
      [" 25:05:07 3/3/1989", "25:05:07 3/3/1989"],
    ];
    await Deno.writeFile(`${folder}/a.dat`, new Uint8Array(20));
    for (const [text, wanted] of starts) {
      await Deno.writeTextFile(
        `${folder}/a.hea`,
        `a 1 500 10${text}\na.dat 16 1000/mV 16 0 0 0 0 II\n`,
      );
      const { start, warnings } = await readRecording(`${folder}/a`);
      assert.equal(start, wanted);
      const isIso = wanted === undefined || wanted.includes("T") || wanted === "9:5:7.5";
      assert.equal(warnings.length, isIso ? 0 : 1);
    }
  });
});

Deno.test("readRecording() marks the segments that were not recorded as gaps", async () => {
  await withFiles(async (folder) => {
    await Deno.writeFile(`${folder}/part.dat`, new Uint8Array(20));
    await Deno.writeTextFile(
      `${folder}/part.hea`,
      "part 1 100 10\npart.dat 16 1000/mV 16 0 0 0 0 II\n",
    );
    await Deno.writeTextFile(`${folder}/all.hea`, "all/3 1 100 50\npart 10\n~ 30\npart 10\n");
    const { gaps, leads } = await readRecording(`${folder}/all`);
    assert.deepEqual(gaps, [{ start: 0.1, duration: 0.3 }]);
    const missing = [...leads[0]!.samples.entries()].filter(([, value]) => Number.isNaN(value));
    assert.deepEqual(missing.map(([i]) => i), Array.from({ length: 30 }, (_, i) => 10 + i));
  });
});

Deno.test("readRecording() says that a given rate is ignored where the file has its own", async () => {
  const { frequency, warnings } = await readRecording(`${fixtureDirectory}plus.edf`, {
    frequency: 250,
  });
  assert.equal(frequency, 64);
  assert.deepEqual(warnings, ["The file says 64 Hz; the 250 Hz that were given are ignored."]);
});

Deno.test("readRecording() says what a file is that it cannot read", async () => {
  await withFiles(async (folder) => {
    const kinds = "wanted a recording (WFDB, EDF, BDF or CSV), found";
    const cases: [string, string | Uint8Array<ArrayBuffer>, string][] = [
      ["a.csv", "", `${kinds} an empty file`],
      ["a.pdf", "%PDF-1.7", `${kinds} a PDF`],
      [
        "export.zip",
        "PK\x03\x04",
        `${kinds} a ZIP archive, perhaps an Excel file or an export that is still packed`,
      ],
      ["export.xml", "<?xml version='1.0'?>", `${kinds} XML or HTML`],
      ["a.json", '{"ecg": [1, 2]}', `${kinds} JSON`],
      ["a.dat", new Uint8Array(100), `${kinds} a signal file without its header a.hea`],
      ["a.bin", new Uint8Array(100), `${kinds} binary data of another kind`],
      ["a.txt", "Dear doctor,", 'wanted lines of numbers, found "Dear doctor," and no such line'],
    ];
    for (const [name, content, difference] of cases) {
      if (typeof content === "string") await Deno.writeTextFile(`${folder}/${name}`, content);
      else await Deno.writeFile(`${folder}/${name}`, content);
      await assert.rejects(readRecording(`${folder}/${name}`), {
        message: `Cannot read "${name}": ${difference}`,
      });
    }
    await assert.rejects(readRecording(`${folder}/none.edf`), {
      message: 'Cannot read "none.edf": wanted a file, found none',
    });
    await assert.rejects(readRecording(folder), {
      message: /^Cannot read ".*": wanted a regular file, found a folder$/,
    });
    await assert.rejects(readRecording(`${folder}/a.txt`, { unit: "bpm" }), {
      message: 'Cannot read "a.txt": wanted a unit of voltage such as mV or uV, found bpm',
    });
  });
});

async function withFiles(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
