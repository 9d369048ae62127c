import { type TrainingConfig, trainingDefaults } from "./training_config.ts";

/** The words that keys of {@linkcode TrainingConfig} may hold. */
export const trainingChoices = {
  target: ["classes", "input"],
  schedule: ["cosine", "plateau", "constant"],
  movingMeans: ["settled", "keras"],
} as const;

/** Keys that change how classes are learned; a model of its input would pass them over. */
const ofClasses = ["labelSmoothing", "focusing", "mixup", "classWeights"] as const;

/** @throws {Error} naming the first value that cannot be trained with. */
export function checkTrainingConfig(config: TrainingConfig): void {
  const wanted: [keyof TrainingConfig, string, (value: number) => boolean][] = [
    ["epochs", "a whole number from 1", (n) => Number.isInteger(n) && n >= 1],
    ["batchSize", "a whole number from 1", (n) => Number.isInteger(n) && n >= 1],
    ["learningRate", "above 0", (n) => n > 0],
    ["warmupEpochs", "from 0", (n) => n >= 0],
    ["patience", "a whole number from 0", (n) => Number.isInteger(n) && n >= 0],
    ["plateauPatience", "a whole number from 1", (n) => Number.isInteger(n) && n >= 1],
    ["plateauFactor", "between 0 and 1", (n) => n > 0 && n < 1],
    ["clipNorm", "from 0", (n) => n >= 0],
    ["labelSmoothing", "from 0 to below 1", (n) => n >= 0 && n < 1],
    ["focusing", "0 or from 1", (n) => n === 0 || n >= 1],
    ["mixup", "from 0 to 1", (n) => n >= 0 && n <= 1],
    ["emaMomentum", "from 0 to below 1", (n) => n >= 0 && n < 1],
    ["averagedEpochs", "a whole number from 0", (n) => Number.isInteger(n) && n >= 0],
    ["stretching", "from 0 to below 1", (n) => n >= 0 && n < 1],
    ["scaling", "from 0 to below 1", (n) => n >= 0 && n < 1],
    ["noise", "from 0", (n) => n >= 0],
    [
      "seed",
      "a whole number from 0 to below 2 ** 31",
      (n) => Number.isInteger(n) && n >= 0 && n < 2 ** 31,
    ],
  ];
  for (const [key, words] of Object.entries(trainingChoices)) {
    const word = config[key as keyof typeof trainingChoices];
    if ((words as readonly string[]).includes(word)) continue;
    throw new Error(`Cannot train: ${key} must be ${words.join(" or ")} but is ${word}`);
  }
  for (const [key, rule, holds] of wanted) {
    const value = config[key];
    if (typeof value === "number" && holds(value)) continue;
    throw new Error(`Cannot train: ${key} must be ${rule} but is ${value}`);
  }
  if (config.emaMomentum > 0 && config.averagedEpochs > 0) {
    throw new Error(
      "Cannot train: only one of emaMomentum and averagedEpochs may be above 0 but they are " +
        `${config.emaMomentum} and ${config.averagedEpochs}`,
    );
  }
  const used = ofClasses.find((key) => config.target === "input" && config[key]);
  if (used === undefined) return;
  throw new Error(
    `Cannot train: ${used} must be ${
      trainingDefaults[used]
    } for a model of its input, since it is about classes, ` +
      `but is ${config[used]}`,
  );
}
