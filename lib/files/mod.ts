/**
 * Files and folders that are there whole or not at all.
 *
 * @module
 */
export * from "./replace_file.ts";
export * from "./replace_folder.ts";
export * from "./require_regular_file.ts";
export * from "./write_json.ts";
