/// <reference lib="dom" />
import { element } from "./element.ts";

/** Says what the page is doing or has done, to screen readers too; with a share how far it is. */
export function showStep(
  step: string,
  { busy = false, share }: { busy?: boolean; share?: number } = {},
): void {
  element("step").textContent = step;
  const progress = element<HTMLProgressElement>("progress");
  progress.hidden = !busy;
  if (share === undefined) progress.removeAttribute("value");
  else progress.value = share;
}

/** Says what went wrong; an empty text takes it away. */
export function showError(message: string): void {
  element("error").textContent = message;
  element("error").hidden = message === "";
}
