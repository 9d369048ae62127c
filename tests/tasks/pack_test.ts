import assert from "node:assert/strict";
import { join } from "node:path";
import {
  nextParameters,
  readConfiguration,
  type SweepRun,
  toPlain,
} from "lib/sweeps/search/mod.ts";
import { writePackage } from "lib/tasks/pack.ts";
import { readRecord } from "lib/wfdb/mod.ts";
import {
  hasNode,
  installedPackage,
  output,
  readmeExamples,
  writeRecord100,
} from "./installed_package.ts";

const withoutNode = { ignore: !await hasNode() };

Deno.test(
  "deno task pack wfdb makes a package with which Node reads records",
  withoutNode,
  async (t) => {
    await using installed = await installedPackage("wfdb");
    const { folder } = installed;
    await writeRecord100(join(folder, "records"));

    await t.step("its README's example says what is in record 100", async () => {
      const [example = ""] = await readmeExamples("lib/wfdb");
      const printed = await runInNode(folder, example);
      assert.match(printed, /^MLII: 30 s\n\d\d beats, the first R peak: \d\.\d+ mV\n$/);
    });

    await t.step("it reads and writes what this library reads and writes", async () => {
      const printed = await runInNode(
        folder,
        `import { readRecord, readRecords, writeRecord } from "ecg-beats-wfdb";
      const record = await readRecord("records/100");
      await writeRecord("copies", record);
      const [copy] = await readRecords("copies");
      const plain = ({ signals, ...rest }) => ({ ...rest, signals: signals.map((s) => [...s]) });
      console.log(JSON.stringify([record, copy].map(plain)));`,
      );
      const { signals, ...rest } = await readRecord(join(folder, "records/100"));
      const expected = { ...rest, signals: signals.map((samples) => [...samples]) };
      assert.deepEqual(JSON.parse(printed), JSON.parse(JSON.stringify([expected, expected])));
    });

    await t.step("it says what is wrong", async () => {
      const printed = await runInNode(
        folder,
        `import { readRecord, readRecords, WfdbError } from "ecg-beats-wfdb";
      for (const read of [() => readRecord("records/207"), () => readRecords("nowhere")]) {
        await read().catch((error) => console.log(error instanceof WfdbError, error.message));
      }`,
      );
      assert.deepEqual(printed.trim().split("\n"), [
        'true Cannot read record "207": 207.hea must be a readable file but is missing',
        "true Cannot read records: nowhere must be a readable folder but is missing",
      ]);
    });

    await t.step("its declarations say what it takes and gives", () =>
      checkTypes(
        folder,
        `import { type EcgRecord, readRecord } from "ecg-beats-wfdb";
      const record: EcgRecord = await readRecord("100", { readFile: () => new Uint8Array() });
      export const signals: Int32Array[] = record.signals;
      // @ts-expect-error: the number of a signal is wanted, not its name.
      export const lead = record.signals["MLII"];
      // @ts-expect-error: there is no such option.
      await readRecord("100", { checksums: false });`,
      ));
  },
);

Deno.test(
  "deno task pack search makes a package with which Node proposes parameters",
  withoutNode,
  async (t) => {
    await using installed = await installedPackage("search");
    const { folder } = installed;

    await t.step("its README's example finds good parameters", async () => {
      const [example = ""] = await readmeExamples("lib/sweeps/search");
      assert.match(await runInNode(folder, example), /parameters: { rate: \d\S+, units: \d\d }/);
    });

    await t.step("it proposes what this library proposes", async () => {
      const printed = await runInNode(
        folder,
        `import { nextParameters, readConfiguration, toPlain } from "ecg-beats-search";
      const search = ${search};
      console.log(JSON.stringify(search({ nextParameters, readConfiguration, toPlain })));`,
      );
      const proposed = search({ nextParameters, readConfiguration, toPlain });
      assert.equal(proposed.length, 8);
      assert.deepEqual(JSON.parse(printed), JSON.parse(JSON.stringify(proposed)));
    });

    await t.step("its declarations say what it takes and gives", () =>
      checkTypes(
        folder,
        `import { nextParameters, type Parameters, readConfiguration } from "ecg-beats-search";
      const { config } = readConfiguration({});
      export const next: Parameters | undefined = nextParameters(config, [], Math.random);
      // @ts-expect-error: a run has a state.
      nextParameters(config, [{ id: "a", parameters: {}, metric: [] }], Math.random);`,
      ));
  },
);

Deno.test("deno task pack says what can be packed", async () => {
  await assert.rejects(writePackage("figures", "unused"), {
    message: 'Cannot pack "figures": wanted wfdb or search.',
  });
});

/** Eight runs of a Bayesian search; plain JavaScript when its types are gone, as Node is given it. */
function search(
  library: {
    nextParameters: typeof nextParameters;
    readConfiguration: typeof readConfiguration;
    toPlain: typeof toPlain;
  },
) {
  const { config } = library.readConfiguration({
    method: "bayes",
    metric: { name: "loss" },
    parameters: { rate: { min: 0.5, max: 2 }, units: { values: [16, 32, 64] } },
  });
  let word = 1;
  const prng = () => (word = (word * 48271) % 2147483647) / 2147483647;
  const runs: SweepRun[] = [];
  for (let id = 0; id < 8; id++) {
    const parameters = library.nextParameters(config, runs, prng)!;
    runs.push({ id: `${id}`, state: "finished", parameters, metric: [Math.abs(id - 3)] });
  }
  return runs.map((run) => library.toPlain(run.parameters));
}

async function runInNode(folder: string, code: string): Promise<string> {
  await Deno.writeTextFile(join(folder, "program.mjs"), code);
  return await output("node", ["program.mjs"], folder);
}

async function checkTypes(folder: string, code: string): Promise<void> {
  await Deno.writeTextFile(join(folder, "types.ts"), code);
  await output(Deno.execPath(), ["check", "types.ts"], folder);
}
