import type { AnnotatedRecording, LabelledBeat } from "lib/annotation/mod.ts";

/** A beat with what a test says of it. */
export function makeBeat(beat: Partial<LabelledBeat> & { sample: number }): LabelledBeat {
  const label = beat.label ?? 0;
  return {
    time: beat.sample / 360,
    label,
    probability: 0.99,
    set: [label],
    rr: NaN,
    uncertain: false,
    ...beat,
  };
}

type Case = Pick<AnnotatedRecording, "lead" | "leadIndex" | "beats">;

function makeCase(frequency: number, leadIndex: number, beats: LabelledBeat[]): Case {
  const lead = { name: "II", unit: "mV", frequency, samples: new Float32Array() };
  return { lead, leadIndex, beats };
}

/** Labelled beats that are written as annotation files. */
export const beatCases: Record<string, Case> = {
  none: makeCase(250, 0, []),
  classes: makeCase(
    360,
    0,
    [0, 1, 2, 3, 4].map((label) => makeBeat({ sample: 77 + 300 * label, label })),
  ),
  uncertain: makeCase(128.5, 1, [
    makeBeat({ sample: 0, set: [0, 1], uncertain: true }),
    makeBeat({ sample: 100, label: 3, set: [0, 2, 3], uncertain: true }),
    makeBeat({ sample: 200, label: 2, uncertain: true }),
    makeBeat({ sample: 20_000_000, label: 1 }),
  ]),
};
