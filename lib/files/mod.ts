/**
 * Files and folders that are there whole or not at all.
 *
 * @module
 */

// Replacing.
export { replaceFile } from "./replace_file.ts";
export { replaceFolder } from "./replace_folder.ts";
export { writeJson } from "./write_json.ts";

// Reading.
export { requireRegularFile } from "./require_regular_file.ts";
