import { join } from "node:path";
import type { AnomalyMetrics } from "lib/evaluation/mod.ts";
import { assertConclusions } from "./conclusions.ts";
import { assertNumbersShown } from "./shown_numbers.ts";

const models = join(import.meta.dirname!, "../../models");
const read = async (name: string): Promise<AnomalyMetrics> =>
  JSON.parse(await Deno.readTextFile(join(models, name, "anomalies.json")));

const sides = { "random split": "autoencoder", "by patient": "autoencoder_by_patient" };
for (const [split, name] of Object.entries(sides)) {
  Deno.test(`notebooks/08_anomalies.ipynb concludes what models/${name}/anomalies.json says`, async () => {
    const { area, classes, falseAlarms, all } = await read(name);
    const { estimate, low, high } = area;
    await assertConclusions("08_anomalies", [
      `**${split}** ${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
      classes.map(({ letter, area }) => `${letter} ${area.toFixed(3)}`).join(", "),
      `${(100 * all.sensitivity).toFixed(0)} % of the others, with false alarms on ${
        (100 * falseAlarms).toFixed(0)
      } % of the normal ones`,
    ]);
  });
}

Deno.test("notebooks/08_anomalies.ipynb concludes what the simpler methods got", async () => {
  const { baselines } = await read("autoencoder_by_patient");
  const best = baselines.reduce((a, b) => b.area.estimate > a.area.estimate ? b : a);
  const usual = baselines.find(({ name }) => name.startsWith("distance"))!;
  await assertConclusions("08_anomalies", [
    `${best.name} get ${best.area.estimate.toFixed(3)}`,
    `the distance to the record's usual beat gets ${usual.area.estimate.toFixed(3)}`,
  ]);
});

Deno.test("notebooks/08_anomalies.ipynb concludes what knowing the patient is worth", async () => {
  const [known, unknown] = [await read("autoencoder"), await read("autoencoder_row_by_patient")]
    .map(({ area }) => area);
  const { estimate, low, high } = unknown!;
  await assertConclusions("08_anomalies", [
    `has ${known!.estimate.toFixed(3)} on the random split and ${estimate.toFixed(3)} ` +
    `(${low.toFixed(3)} to ${high.toFixed(3)}) on patients`,
  ]);
});

Deno.test("notebooks/08_anomalies.ipynb concludes no number that it does not show", async () => {
  const shares = await Promise.all(Object.values(sides).map(read));
  const percents = shares.flatMap(({ allowed, falseAlarms, all }) =>
    [allowed, falseAlarms, all.sensitivity].map((share) => (100 * share).toFixed(0))
  );
  await assertNumbersShown("08_anomalies", [...percents, "95", "12000"]);
});
