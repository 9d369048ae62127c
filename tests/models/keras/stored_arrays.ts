import hdf5 from "h5wasm";

/** All arrays of a file of weights by path, as [shape, values]; without the state of an optimizer. */
export async function storedArrays(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { FS } = await hdf5.ready;
  FS.writeFile("/stored_arrays.h5", bytes);
  const file = new hdf5.File("/stored_arrays.h5", "r");
  const arrays = file.paths().filter((path) => !path.startsWith("optimizer")).sort().flatMap(
    (path) => {
      const entry = file.get(path);
      return entry instanceof hdf5.Dataset ? [[path, [entry.shape, entry.value]]] : [];
    },
  );
  file.close();
  FS.unlink("/stored_arrays.h5");
  return Object.fromEntries(arrays);
}
