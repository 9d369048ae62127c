// Writes what the published model reads of some beats of a synthetic record to
// tests/fixtures/page/explanations.json; page_explanations.py adds what Keras says of them:
//
//     deno run -A tests/reference/page_explanations.ts
//     python tests/reference/page_explanations.py
import { explainedBeats } from "../page/explained_beats.ts";

const path = new URL("../fixtures/page/explanations.json", import.meta.url);
const { inputs } = await explainedBeats();
await Deno.writeTextFile(path, JSON.stringify(inputs.map((beat) => ({ inputs: beat }))) + "\n");
