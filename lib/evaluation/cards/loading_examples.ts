/** How to load a published model in TypeScript, in Markdown. */
export function typescriptExample(name: string): string {
  return "In TypeScript, here:\n\n```ts\n" + 'import { loadModel } from "lib/models/mod.ts";\n' +
    'import { startBackend } from "lib/tensorflow/mod.ts";\n\n' +
    `await startBackend();\nconst model = await loadModel("models/${name}");\n\`\`\``;
}

/** How to load a published model in Python, in Markdown. */
export function pythonExample(name: string): string {
  return "In Python:\n\n```python\nimport keras\n\n" +
    `model = keras.models.load_model("models/${name}/model.keras")\n\`\`\``;
}
