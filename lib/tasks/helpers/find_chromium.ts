import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where installers put it that leave PATH alone. */
const places = [
  "/usr/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds the browser for the browser test: the one that the variable CHROMIUM names, else Chromium or
 * Chrome in PATH or where they are usually installed.
 *
 * @throws {Error} when there is none; the message says how to get one.
 */
export function findChromium(
  environment: { CHROMIUM?: string; PATH?: string } = Deno.env.toObject(),
): string {
  const { CHROMIUM: given, PATH = "" } = environment;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`Cannot find the browser that CHROMIUM names: there is no file "${given}".`);
  }
  const inPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...inPath, ...places].find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    "The browser test needs Chromium or Chrome and found neither: install one (Debian: sudo apt " +
      "install chromium; macOS: brew install --cask chromium) or name it in the variable CHROMIUM, " +
      "then run the same command again.",
  );
}
