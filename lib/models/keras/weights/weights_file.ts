import type { Dataset, File } from "h5wasm";
import { Mismatch } from "../mismatch.ts";

/** An array of numbers in a file of weights. */
export interface StoredArray {
  path: string;
  shape: number[];
  values: Float32Array;
}

/** A file of weights that is open. */
export interface WeightsFile {
  /** @throws {Mismatch} when the file has no such array. */
  read(path: string, shape: number[]): Float32Array;
  /** Names in a group; none when there is no such group. */
  names(path: string): string[];
  /** What is said of a group; undefined when it is not. */
  attribute(path: string, name: string): unknown;
  close(): void;
}

/**
 * Opens a file as Keras writes it: HDF5, with arrays of float32 in one piece.
 *
 * @throws {Mismatch} when it is no HDF5.
 */
export async function openWeights(bytes: Uint8Array): Promise<WeightsFile> {
  const { hdf5, FS, name } = await hdf5Library();
  FS.writeFile(name, bytes);
  const file = attempt(() => new hdf5.File(name, "r"));
  const close = () => {
    attempt(() => file?.close());
    FS.unlink(name);
  };
  if (!file || file.file_id < 0n) {
    close();
    throw new Mismatch("HDF5 in model.weights.h5", `${bytes.length} bytes of something else`);
  }
  let left = bytes.length;
  return {
    read(path, shape) {
      const entry = attempt(() => file.get(path));
      const dataset = entry instanceof hdf5.Dataset ? entry : undefined;
      const wanted = `float32 [${shape}]`;
      const found = dataset ? attempt(() => describe(dataset)) ?? "damage" : undefined;
      // Nothing is read, and no memory taken, before the shape is right and could lie in the file, beside all arrays
      // that were read before: names may stand for the same one.
      const size = shape.reduce((size, length) => size * length, 4);
      const value = found === wanted && size <= left ? attempt(() => dataset?.value) : undefined;
      // The library gives a single number by itself.
      const values = typeof value === "number" ? Float32Array.of(value) : value;
      if (values instanceof Float32Array) {
        left -= size;
        return values;
      }
      const instead = found === wanted ? "more than the file holds, or damage" : found;
      throw new Mismatch(`${wanted} in ${path} of model.weights.h5`, instead);
    },
    names(path) {
      const group = attempt(() => file.get(path));
      return group instanceof hdf5.Group ? attempt(() => group.keys()) ?? [] : [];
    },
    attribute(path, name) {
      const entry = attempt(() => path === "" ? file : file.get(path));
      if (!entry || !("attrs" in entry)) return undefined;
      const value = attempt(() => entry.attrs[name]?.value);
      // An empty list is one of numbers.
      return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
    },
    close,
  };
}

/** A file that {@linkcode openWeights} opens, as Keras writes it. */
export async function packWeights(arrays: readonly StoredArray[]): Promise<Uint8Array> {
  const { hdf5, FS, name } = await hdf5Library();
  const file = new hdf5.File(name, "w");
  try {
    // Keras 3.4 looks for this group of the model's own.
    file.create_group("vars");
    for (const { path, shape, values } of arrays) {
      const groups = path.split("/");
      const dataset = groups.pop()!;
      openGroup(file, groups).create_dataset({ name: dataset, data: values, shape, dtype: "<f4" });
    }
    file.close();
    return FS.readFile(name);
  } finally {
    attempt(() => file.close());
    FS.unlink(name);
  }
}

/** The library keeps files in memory, under names. */
async function hdf5Library() {
  const { default: hdf5 } = await import("h5wasm");
  const { FS, activate_throwing_error_handler } = await hdf5.ready;
  activate_throwing_error_handler();
  return { hdf5, FS, name: `/${crypto.randomUUID()}.h5` };
}

function describe({ metadata, filters }: Dataset): string {
  const { type, size, shape, chunks, virtual_sources } = metadata;
  const kind = type === 1 ? `float${size * 8}` : `a type of number ${type}`;
  const pieces = chunks || virtual_sources || filters.length > 0 ? " in pieces" : "";
  return `${kind} [${shape}]${pieces}`;
}

function openGroup(file: File, path: string[]) {
  return path.reduce<InstanceType<typeof File>>(
    (group, name) => (group.get(name) ?? group.create_group(name)) as typeof group,
    file,
  );
}

/** What the library gives; undefined where it throws, which damage makes it do in many ways. */
function attempt<Result>(call: () => Result): Result | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
