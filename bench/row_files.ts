/** Rows for training, in files that every language can read. */
export interface RowFiles {
  /** float32, little endian, 187 a row, standardized. */
  values: string;
  /** One byte a row, 0 to 4. */
  labels: string;
}

/** Reads rows that {@linkcode writeRows} wrote. */
export async function readRows(
  files: RowFiles,
): Promise<{ values: Float32Array; labels: Uint8Array }> {
  const [values, labels] = await Promise.all([
    Deno.readFile(files.values),
    Deno.readFile(files.labels),
  ]);
  return { values: new Float32Array(values.buffer), labels };
}

/** Writes rows into a folder. */
export async function writeRows(
  directory: string,
  { values, labels }: { values: Float32Array; labels: Uint8Array },
): Promise<RowFiles> {
  const files = {
    values: `${directory}/rows_${labels.length}.f32`,
    labels: `${directory}/labels_${labels.length}.u8`,
  };
  await Deno.writeFile(files.values, new Uint8Array(values.buffer));
  await Deno.writeFile(files.labels, labels);
  return files;
}
