/** The first picture that a stored notebook shows. */
export async function firstPicture(notebook: string): Promise<Uint8Array> {
  const { cells } = JSON.parse(await Deno.readTextFile(notebook));
  for (const { outputs = [] } of cells) {
    for (const { data } of outputs) {
      const encoded = data?.["image/png"];
      if (encoded) return Uint8Array.fromBase64([encoded].flat().join("").replaceAll("\n", ""));
    }
  }
  throw new Error(`Cannot find a picture in ${notebook}: wanted an output with image/png`);
}
