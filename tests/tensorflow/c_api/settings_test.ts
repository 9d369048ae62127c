import assert from "node:assert/strict";
import { setCompilerFlags, setDefaults } from "lib/tensorflow/c_api/settings.ts";

/** Runs `change` on an environment that holds `given` and returns what the variable then is. */
function after(name: string, given: string | undefined, change: () => void): string | undefined {
  const before = Deno.env.get(name);
  const put = (value: string | undefined) =>
    value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
  put(given);
  try {
    change();
    return Deno.env.get(name);
  } finally {
    put(before);
  }
}

Deno.test("oneDNN's ops are off unless the user has switched them on", () => {
  assert.equal(after("TF_ENABLE_ONEDNN_OPTS", undefined, setDefaults), "0");
  assert.equal(after("TF_ENABLE_ONEDNN_OPTS", "1", setDefaults), "1");
});

Deno.test("flags of the user come after the project's, for XLA takes the last", () => {
  const flags = after("XLA_FLAGS", "--xla_dump_to=x", () => setCompilerFlags("2.21.0"));
  assert.match(flags!, /^--xla_cpu\S+ .* --xla_dump_to=x$/);
});

Deno.test("another version of TensorFlow gets no flags that it may not know", () => {
  assert.equal(after("XLA_FLAGS", undefined, () => setCompilerFlags("2.30.0")), undefined);
});
