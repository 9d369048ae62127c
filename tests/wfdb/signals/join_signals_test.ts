import assert from "node:assert/strict";
import { parseHeader, type SignalHeader } from "lib/wfdb/mod.ts";
import { joinedHeader, placeSamples } from "lib/wfdb/signals/join_signals.ts";

const layout = signal("~ 0 50(1)/mV");

Deno.test("joinedHeader() takes scale and format of the segments where they agree", () => {
  const part = signal("a.dat 80 100(5)/mV");
  const { fileName, gain, baseline, format } = joinedHeader(layout, [part, part]);
  assert.deepEqual({ fileName, gain, baseline, format }, {
    fileName: "~",
    gain: 100,
    baseline: 5,
    format: 80,
  });
});

Deno.test("joinedHeader() takes the layout's scale, or format 32, where segments differ", () => {
  const parts = [signal("a.dat 80 100(5)/mV"), signal("a.dat 80 40(5)/mV")];
  assert.deepEqual([joinedHeader(layout, parts).gain, joinedHeader(layout, parts).format], [
    50,
    32,
  ]);
  const pressures = [signal("a.dat 80 2(5)/mmHg"), signal("a.dat 80 4(5)/mmHg")];
  const { gain, units } = joinedHeader(signal("~ 0"), pressures);
  assert.deepEqual([gain, units], [200, "mmHg"]);
  const formats = [signal("a.dat 80 100(5)/mV"), signal("a.dat 16 100(5)/mV")];
  const mixed = joinedHeader(layout, formats);
  assert.deepEqual([mixed.gain, mixed.format], [100, 32]);
  assert.equal(joinedHeader(layout, []).format, 0);
});

Deno.test("placeSamples() rescales samples and keeps missing ones missing", () => {
  const joined = new Int32Array(4);
  const from = signal("a.dat 80 100(10)/mV");
  const to = { ...signal("b.dat 32 50(1)/mV") };
  placeSamples(joined, Int32Array.of(10, 110, -128), { at: 1, from, to });
  assert.deepEqual([...joined], [0, 1, 51, -(2 ** 31)]);
});

function signal(line: string): SignalHeader {
  return parseHeader(`x 1\n${line}`).signals[0]!;
}
