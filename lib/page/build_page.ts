import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { reportStyle } from "lib/annotation/mod.ts";
import type { ModelMetrics } from "lib/evaluation/mod.ts";
import { escapeHtml } from "lib/html/mod.ts";
import { bundleScripts } from "./bundle_scripts.ts";
import { fillTemplate } from "./fill_template.ts";
import type { CarriedModel } from "./messages.ts";
import { modelHtml, modelSummary } from "./model_html.ts";
import { sampleFiles } from "./sample_files.ts";
import type { PageFacts } from "./view/page_facts.ts";

/** The model that a page carries. */
export interface PageModel extends CarriedModel {
  /** Its name, such as "cnn_by_patient". */
  name: string;
  /** The bytes of its `weights.bin`. */
  weights: Uint8Array;
  /** A sentence on what it was trained on. */
  trainedOn: string;
  /** The project's commit that trained it, where it is kept. */
  commit?: string;
  /** What was measured of it, where it was scored. */
  metrics?: ModelMetrics;
}

/** Options of {@linkcode buildPage}. */
export interface PageOptions {
  /** The model that it labels with, and what it says of it. */
  model: PageModel;
  /** The project's commit that the page is built from; undefined outside git. */
  commit?: string;
}

/**
 * Builds the page that labels recordings: one HTML file that needs no other, no server and no network, with the
 * library's own code, the model, the WebAssembly that computes it, and a synthetic recording to try.
 *
 * @param root the checkout, with its packages installed.
 * @returns the HTML, some 1 MB.
 * @throws {Error} where the code cannot be bundled.
 */
export async function buildPage(root: string, { model, commit }: PageOptions): Promise<string> {
  const { worker, view } = await bundleScripts(root, {
    worker: "lib/page/worker/main.ts",
    view: "lib/page/view/main.ts",
  });
  const { description, doubt, causal } = model;
  const facts: PageFacts = { model: { description, doubt, causal }, sample: sampleFiles() };
  const script = safeScript(view);
  const parts: Record<string, string> = {
    policy: policy(script),
    style: `<style>\n${reportStyle()}\n${await asset("page.css")}\n</style>`,
    summary: escapeHtml(modelSummary(model)),
    model: modelHtml(model),
    footer: `Built from ecg-beats${commit ? `, commit ${escapeHtml(commit)}` : ""}.`,
    scripts: [
      `<script type="application/json" id="facts-json">${jsonText(facts)}</script>`,
      stored("weights", model.weights),
      stored("wasm", await readFile(wasmPath())),
      stored("worker", new TextEncoder().encode(worker)),
      `<script>${script}</script>`,
    ].join("\n"),
  };
  const template = await asset("page.html");
  return fillTemplate(template, parts);
}

/** Only the page's own script runs, and workers that it makes; no connection, no picture from elsewhere. */
function policy(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** A script as it may stand in HTML: what would end or swallow its element is written otherwise, within its strings. */
function safeScript(script: string): string {
  return script.replaceAll(/<(\/script|script|!--)/gi, "\\x3c$1").trim();
}

/** An element that is not shown and not run, with packed bytes for the page's script to take. */
function stored(name: string, bytes: Uint8Array): string {
  const packed = deflateRawSync(bytes, { level: 9 }).toString("base64");
  return `<script type="application/octet-stream" id="stored-${name}">${packed}</script>`;
}

function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function wasmPath(): string {
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  return join(dirname(main), "tfjs-backend-wasm-simd.wasm");
}

async function asset(name: string): Promise<string> {
  return (await readFile(join(import.meta.dirname!, name), "utf8")).trimEnd();
}
