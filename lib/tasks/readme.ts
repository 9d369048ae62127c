// deno task readme: writes the README's figure, results and speed, and the models' cards, from the stored runs.
import { join } from "node:path";
import { replaceFile } from "lib/files/mod.ts";
import { filledCards } from "./helpers/readme/filled_cards.ts";
import { filledHouse } from "./helpers/readme/filled_house.ts";
import { filledModelsPage } from "./helpers/readme/filled_models_page.ts";
import { filledReadme, picture } from "./helpers/readme/filled_readme.ts";
import { firstPicture } from "./helpers/readme/first_picture.ts";

const root = join(import.meta.dirname!, "../..");

if (import.meta.main) {
  const house = join(root, "lib/README.md");
  await replaceFile(house, filledHouse(await Deno.readTextFile(house), root));
  const path = join(root, "README.md");
  const text = await filledReadme(await Deno.readTextFile(path), root);
  await Deno.writeFile(
    join(root, picture),
    await firstPicture(join(root, "notebooks/01_explore.ipynb")),
  );
  await replaceFile(path, text);
  const models = join(root, "models/README.md");
  await replaceFile(models, await filledModelsPage(await Deno.readTextFile(models), root));
  for (const { name, card } of await filledCards(root)) {
    await replaceFile(join(root, "models", name, "README.md"), card);
  }
}
