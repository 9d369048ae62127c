import { roundRate } from "./round_rate.ts";
import type { RowRun, TimeAxis } from "./time_axis.ts";

interface PacketAxisOptions {
  /** Seconds of one unit of the times. */
  unit: number;
  /** Rows per second, where they are known. */
  frequency?: number;
}

/** Rows of one time: the number of the first, and the time in seconds. */
interface Packet {
  first: number;
  time: number;
}

/**
 * The axis of rows most of which have the time of the row before: packets, or times without parts of a second.
 *
 * Where packets are alike, their size and distance tell the rate, and a longer distance is a gap. Else the rate is that
 * from the first row to the last, without gaps.
 */
export function packetAxis(times: Float64Array, options: PacketAxisOptions): TimeAxis | undefined {
  const packets = findPackets(times, options.unit);
  // The first and the last may be cut off.
  const whole = packets.slice(1, -1).map(({ first, time }, i) => ({
    size: packets[i + 2]!.first - first,
    step: packets[i + 2]!.time - time,
  }));
  const size = median(whole.map(({ size }) => size));
  const step = median(whole.map(({ step }) => step));
  const alike = whole.filter((one) =>
    Math.abs(one.size - size) <= Math.max(1, 0.02 * size) && Math.abs(one.step - step) < 0.01 * step
  );
  if (whole.length < 3 || alike.length < 0.8 * whole.length || !(step > 0)) {
    return meanAxis(times, options);
  }
  const rows = alike.reduce((sum, one) => sum + one.size, 0);
  const rate = rows / (alike.length * step);
  const frequency = options.frequency ?? roundRate(rate, { rows, grain: 0 });
  const warnings = ["Many rows have the same time; they are taken as evenly spaced."];
  return { frequency, warnings, ...placePackets(packets, { step, frequency }) };
}

function findPackets(times: Float64Array, unit: number): Packet[] {
  const packets: Packet[] = [];
  let last = NaN;
  for (let i = 0; i < times.length; i++) {
    if (Number.isNaN(times[i]!) || times[i] === last) continue;
    last = times[i]!;
    packets.push({ first: packets.length === 0 ? 0 : i, time: last * unit });
  }
  return packets;
}

function placePackets(
  packets: readonly Packet[],
  { step, frequency }: { step: number; frequency: number },
): Pick<TimeAxis, "runs" | "gaps"> {
  const runs: RowRun[] = [{ first: 0, at: 0 }];
  const gaps: TimeAxis["gaps"] = [];
  const origin = packets[1]!;
  for (let i = 1; i < packets.length; i++) {
    if (!(packets[i]!.time - packets[i - 1]!.time > 1.8 * step)) continue;
    const { first } = packets[i]!;
    // The rows of the packet that ends a gap are its last ones: the next packet tells when.
    const next = packets[i + 1] ?? packets[i]!;
    const at = origin.first + Math.round((next.time - origin.time) * frequency) -
      (next.first - first);
    const run = runs.at(-1)!;
    const end = run.at + first - run.first;
    if (at <= end) continue;
    runs.push({ first, at });
    gaps.push({ start: end / frequency, duration: (at - end) / frequency });
  }
  return { runs, gaps };
}

/** Without gaps. */
function meanAxis(
  times: Float64Array,
  { unit, frequency }: PacketAxisOptions,
): TimeAxis | undefined {
  const first = times.findIndex((time) => !Number.isNaN(time));
  const last = times.findLastIndex((time) => !Number.isNaN(time));
  const mean = (last - first) / ((times[last]! - times[first]!) * unit);
  if (!(mean > 0) || !Number.isFinite(mean)) return undefined;
  return {
    frequency: frequency ?? roundRate(mean, { rows: last - first, grain: 0 }),
    runs: [{ first: 0, at: 0 }],
    gaps: [],
    warnings: ["Many rows have the same time; the rate is that from the first row to the last."],
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
