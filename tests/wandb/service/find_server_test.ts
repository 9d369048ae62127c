import assert from "node:assert/strict";
import { findServer } from "lib/wandb/service/find_server.ts";

const nothing = { readText: () => undefined, installedBaseUrl: () => undefined };
const files = (texts: Record<string, string>) => ({
  ...nothing,
  readText: (path: string) => texts[path],
});

Deno.test("findServer() takes server and key from the environment", () => {
  const environment = { WANDB_BASE_URL: "http://127.0.0.1:8080/", WANDB_API_KEY: "key" };
  assert.deepEqual(findServer(environment, nothing), {
    baseUrl: "http://127.0.0.1:8080",
    apiKey: "key",
  });
});

Deno.test("findServer() reads W&B's settings files, the near one first, and netrc", () => {
  const texts = {
    "/home/me/.netrc":
      "machine other\n  login user\n  password no\nmachine wandb.local:80\n  login user\n  password yes\n",
    "/home/me/.config/wandb/settings": "[default]\nbase_url = http://far.local\n",
    "./wandb/settings": "[default]\nbase_url = http://wandb.local:80/x\n",
  };
  assert.equal(findServer({ HOME: "/home/me" }, files(texts)), undefined); // port 80 is no part of the host
  const near = { ...texts, "./wandb/settings": "[default]\nbase_url = http://other\n" };
  assert.deepEqual(findServer({ HOME: "/home/me" }, files(near)), {
    baseUrl: "http://other",
    apiKey: "no",
  });
  const far = { ...texts, "./wandb/settings": "" };
  assert.deepEqual(findServer({ HOME: "/home/me", WANDB_API_KEY: "k" }, files(far)), {
    baseUrl: "http://far.local",
    apiKey: "k",
  });
});

Deno.test("findServer() asks the installed client for its default server", () => {
  const options = { ...nothing, installedBaseUrl: () => "http://default.local" };
  assert.deepEqual(findServer({ WANDB_API_KEY: "k" }, options), {
    baseUrl: "http://default.local",
    apiKey: "k",
  });
});

Deno.test("findServer() finds nothing without a key or without a server", () => {
  assert.equal(findServer({ WANDB_BASE_URL: "http://a.local" }, nothing), undefined);
  assert.equal(findServer({ WANDB_API_KEY: "k" }, nothing), undefined);
});
