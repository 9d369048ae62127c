import assert from "node:assert/strict";
import { Float } from "lib/sweeps/configuration/float.ts";
import { openJournal, type SweepEvent } from "lib/sweeps/runner/journal.ts";

const events: SweepEvent[] = [
  { type: "sweep", id: "swp1", seed: 7, configuration: "method: grid\n", time: 1 },
  {
    type: "start",
    run: "a",
    parameters: {
      x: new Float(1),
      n: 1,
      net: { y: new Float(1e-9), clip: new Float(Infinity), low: new Float(-Infinity) },
      list: [new Float(NaN), "NaN", 'a "-Infinity"', "\n1"],
    },
    time: 2,
  },
  { type: "stop", run: "a", cause: "early", why: "stopped early", time: 3 },
  { type: "end", run: "a", outcome: { state: "finished", metric: [0.5, null, 1] }, time: 4 },
];

function withJournal(test: (path: string) => void) {
  const directory = Deno.makeTempDirSync();
  test(`${directory}/journal.jsonl`);
  Deno.removeSync(directory, { recursive: true });
}

function written(path: string): SweepEvent[] {
  const journal = openJournal(path);
  journal.close();
  return [...journal.events];
}

Deno.test("openJournal() gives back what was appended, floats told from integers", () =>
  withJournal((path) => {
    const journal = openJournal(path);
    events.forEach((event) => journal.append(event));
    journal.close();
    assert.deepEqual(written(path), events);
  }));

Deno.test("openJournal() forgets a line that was cut off anywhere, and goes on after the last whole one", () =>
  withJournal((path) => {
    const journal = openJournal(path);
    events.slice(0, 3).forEach((event) => journal.append(event));
    journal.close();
    const bytes = Deno.readFileSync(path);
    for (let cut = 1; cut < bytes.length; cut += 7) {
      Deno.writeFileSync(path, bytes.subarray(0, cut));
      const again = openJournal(path);
      const kept = again.events.length;
      again.append(events[3]!);
      again.close();
      assert.deepEqual(written(path), [...events.slice(0, kept), events[3]]);
    }
  }));

Deno.test("openJournal() refuses a second runner and names a damaged line", () =>
  withJournal((path) => {
    const journal = openJournal(path);
    journal.append(events[0]!);
    assert.throws(() => openJournal(path), /another runner works on this sweep/);
    journal.close();
    Deno.writeTextFileSync(path, "nonsense\n", { append: true });
    assert.throws(() => openJournal(path), /line 2/);
  }));
