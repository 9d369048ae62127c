import assert from "node:assert/strict";
import { chooseLead, type Lead } from "lib/recordings/mod.ts";

Deno.test("chooseLead() takes lead II, else the nearest to it, and says why", () => {
  const cases: [string[], string][] = [
    [["MLII", "V5"], "MLII"],
    [["V5", "MLII"], "MLII"],
    [["I", "II", "III", "aVR", "aVL", "aVF", "V1"], "II"],
    [["ECG I", "ECG II"], "ECG II"],
    [["DI", "DII"], "DII"],
    [["V5", "V2"], "V5"],
    [["V1", "V4"], "V4"],
    [["EEG Fpz-Cz", "EOG horizontal", "ECG", "Resp oro-nasal"], "ECG"],
    [["SaO2", "EMG", "EKG1"], "EKG1"],
    [["Lead I"], "Lead I"],
    [["HR", "ACC x", "ecg"], "ecg"],
    [["S_ECG_LA-RA_24BIT", "S_GSR"], "S_ECG_LA-RA_24BIT"],
    [["Ch1", "Ch2"], "Ch1"],
    [["Status", "Heart"], "Heart"],
    [["Mic", "Dynamic ECG"], "Dynamic ECG"],
    [["ART", "ECG (microvolts)"], "ECG (microvolts)"],
  ];
  for (const [names, wanted] of cases) {
    const { lead, index, reason } = chooseLead({
      name: "night",
      leads: names.map((name) => toLead(name)),
    });
    assert.equal(lead.name, wanted, `${names}`);
    assert.equal(names[index], wanted);
    assert.ok(reason.startsWith(`Lead "${wanted}", `) && reason.endsWith("."));
  }
  const { reason } = chooseLead({ name: "night", leads: [toLead("MLII"), toLead("V5")] });
  assert.equal(
    reason,
    'Lead "MLII", of MLII, V5: lead II shows beats most clearly, and the models were trained on it.',
  );
});

Deno.test("chooseLead() passes over a lead that was never recorded", () => {
  const leads = [toLead("II", Float32Array.of(NaN, NaN)), toLead("V5"), toLead("V1")];
  const { lead, reason } = chooseLead({ name: "night", leads });
  assert.equal(lead.name, "V5");
  assert.equal(
    reason,
    'Lead "V5", of II, V5, V1: "II" has no signal, and it is a left chest lead, the nearest to lead II here.',
  );
});

Deno.test("chooseLead() prefers a voltage to what is none", () => {
  const leads = [{ ...toLead("II"), unit: "%" }, toLead("X")];
  assert.equal(chooseLead({ name: "night", leads }).lead.name, "X");
});

Deno.test("chooseLead() finds a lead by name, however it is written", () => {
  const leads = ["ECG I", "ECG II", "Resp"].map((name) => toLead(name));
  for (const name of ["ECG II", "ecg ii", "II", "Lead II"]) {
    assert.equal(chooseLead({ name: "night", leads }, { name }).index, 1);
  }
  assert.throws(() => chooseLead({ name: "night", leads }, { name: "V5" }), {
    message: 'Cannot choose a lead of "night": wanted one of ECG I, ECG II, Resp, found "V5"',
  });
  assert.throws(() => chooseLead({ name: "night", leads: [] }), {
    message: 'Cannot choose a lead of "night": it has none',
  });
});

Deno.test("chooseLead() takes a lead by its number where names are the same", () => {
  const leads = [toLead("ECG"), toLead("ECG")];
  const chosen = chooseLead({ name: "night", leads }, { index: 1 });
  assert.deepEqual([chosen.index, chosen.reason], [1, 'Lead "ECG", as asked.']);
  assert.equal(chosen.lead, leads[1]);
  assert.throws(() => chooseLead({ name: "night", leads }, { index: 2 }), {
    message: 'Cannot choose a lead of "night": wanted one of ECG, ECG, found 2',
  });
});

function toLead(name: string, samples = Float32Array.of(0, 1)): Lead {
  return { name, unit: "mV", frequency: 250, samples };
}
