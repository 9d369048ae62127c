import type { CarriedModel } from "../messages.ts";
import type { StoredFile } from "../sample_files.ts";

/** What the page's script is given in the page, beside the model's weights and the WebAssembly. */
export interface PageFacts {
  model: CarriedModel;
  /** The synthetic recording. */
  sample: StoredFile[];
}
