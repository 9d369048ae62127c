import assert from "node:assert/strict";
import { postJson } from "lib/wandb/service/post_json.ts";

Deno.test("postJson() says what it found where a server answers with a web page", async () => {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Response("<!doctype html><title>Sign in</title>"),
  );
  const baseUrl = `http://127.0.0.1:${server.addr.port}`;
  await assert.rejects(
    postJson({ baseUrl, apiKey: "key" }, "/graphql", {}),
    new RegExp(`Cannot post to ${baseUrl}/graphql: wanted JSON, found <!doctype html><title>Sign`),
  );
  await server.shutdown();
});
