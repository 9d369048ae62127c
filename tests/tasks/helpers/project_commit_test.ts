import assert from "node:assert/strict";
import { projectCommit } from "lib/tasks/helpers/project_commit.ts";

Deno.test("projectCommit() gives git's short name of the commit, marked where files differ", () => {
  const { success, stdout } = new Deno.Command("git", { args: ["log", "-1", "--format=%h"] })
    .outputSync();
  const wanted = success ? new TextDecoder().decode(stdout).trim() : "";
  assert.match(projectCommit() ?? "", new RegExp(`^${wanted}\\+?$`));
});
