import { explainFailure } from "../setup_error.ts";
import type { SetupStep } from "../setup_step.ts";
import { pip } from "./virtual_environment.ts";

const LIST_PACKAGES = `
import email, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = email.message_from_bytes(archive.read(name))
for requirement in metadata.get_all("Requires-Dist"):
    package, _, marker = requirement.partition(";")
    if "and-cuda" in marker:
        print(package.strip())
`;

/**
 * Installs NVIDIA's libraries, those that the wheel's extra `and-cuda` names, into the folder
 * `nvidia` of `directory`. Unchecked: it was never run on a machine with a GPU.
 */
export async function installCuda(
  step: SetupStep,
  options: { wheel: string; directory: string },
): Promise<void> {
  const { paths, run } = step;
  const listed = await run([paths.python, "-I", "-c", LIST_PACKAGES, options.wheel]);
  const packages = listed.output.split("\n").filter((line) => line !== "");
  const result = listed.code !== 0 ? listed : await run(
    [...pip(paths), "install", "--quiet", "--no-deps", "--target", options.directory, ...packages],
    { environment: { PIP_USER: "0" } },
  );
  if (result.code !== 0) {
    throw explainFailure(result, { doing: "install NVIDIA's libraries", root: paths.root });
  }
}
