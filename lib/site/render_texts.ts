import { join } from "node:path";

/** A text of a notebook. */
export interface TextPart {
  kind: "markdown" | "code";
  text: string;
}

/** Options of {@linkcode renderTexts}. */
export interface RenderTextsOptions {
  /** The Python that has nbconvert. */
  python: string;
}

/**
 * Renders Markdown, and TypeScript with its words marked up by class, as HTML.
 *
 * @returns the HTML of each text, in order.
 * @throws {Error} when nbconvert fails.
 */
export async function renderTexts(
  parts: readonly TextPart[],
  { python }: RenderTextsOptions,
): Promise<string[]> {
  const child = new Deno.Command(python, {
    args: ["-I", join(import.meta.dirname!, "render_texts.py")],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.output();
  const input = child.stdin.getWriter();
  // A program that ends before it has read everything says why, not the pipe.
  await input.write(new TextEncoder().encode(JSON.stringify(parts))).catch(() => {});
  await input.close().catch(() => {});
  const { success, stdout, stderr } = await output;
  if (success) return JSON.parse(new TextDecoder().decode(stdout));
  const reason = new TextDecoder().decode(stderr).trim();
  throw new Error(
    `Cannot render texts as HTML, for which ${python} must have nbconvert: ${reason}`,
  );
}
