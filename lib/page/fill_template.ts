/**
 * A template with its parts, each at `{{ name }}`.
 *
 * @throws {Error} where a part is not there that the template names, or one is there that it does not name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fillTemplate } from "lib/page/fill_template.ts";
 *
 * assert.equal(fillTemplate("<p>{{ text }}</p>", { text: "An ECG." }), "<p>An ECG.</p>");
 * ```
 */
export function fillTemplate(template: string, parts: Readonly<Record<string, string>>): string {
  const named = new Set(Array.from(template.matchAll(place), ([, name]) => name!));
  const given = Object.keys(parts);
  if (given.length !== named.size || !given.every((name) => named.has(name))) {
    throw new Error(
      `Cannot fill a template: wanted the parts ${[...named].join(", ")}, found ${
        given.join(", ") || "none"
      }`,
    );
  }
  return template.replaceAll(place, (_, name: string) => parts[name]!);
}

const place = /\{\{\s*(.*?)\s*\}\}/g;
