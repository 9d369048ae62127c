/** Writes a value as JSON, two spaces deep; the file is replaced whole or not at all. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await Deno.writeTextFile(`${path}.part`, JSON.stringify(value, null, 2) + "\n");
  await Deno.rename(`${path}.part`, path);
}
