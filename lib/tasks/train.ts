// deno task train RECIPE ...: trains a model on the training rows and stores it with its configuration and
// history. The test rows are not used.
import { createRun, readEnvironment, type Run } from "lib/wandb/mod.ts";
import { trainingArguments, trainingUsage } from "./helpers/train/training_arguments.ts";
import { trainRecipe } from "./helpers/train/train_recipe.ts";

let run: Run | undefined;
try {
  const { parameters, sweepId } = readEnvironment(Deno.env.toObject());
  const args = trainingArguments(Deno.args, { parameters });
  if (args.wandb || sweepId !== undefined) {
    run = await createRun({ project: "ecg-beats", config: { ...args.config }, stopOnSignal: true });
    run.warnings.forEach((warning) => console.error(warning));
  }
  console.log(await trainRecipe(args, run));
  await finish(0);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\nUsage: ${trainingUsage}`);
  await finish(1);
  Deno.exit(1);
}

async function finish(exitCode: number): Promise<void> {
  const told = run?.warnings.length ?? 0;
  await run?.finish(exitCode);
  run?.warnings.slice(told).forEach((warning) => console.error(warning));
}
