/** Writes a file so that readers find the old content or the new one, never a part. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  // Of its own for each writing: others may write the same file meanwhile, in this process too.
  const part = `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
  try {
    if (typeof content === "string") await Deno.writeTextFile(part, content);
    else await Deno.writeFile(part, content);
    await Deno.rename(part, path);
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}
