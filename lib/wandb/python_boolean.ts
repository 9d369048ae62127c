/**
 * What PyYAML, which reads and writes the files of W&B, takes a word for: `yes` for true, `off` for
 * false, and, unlike other readers of YAML 1.1, `y` and `n` for letters.
 *
 * @returns undefined where the word is no boolean.
 */
export function pythonBoolean(word: string): boolean | undefined {
  if (/^(yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(word)) return true;
  if (/^(no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(word)) return false;
  return undefined;
}
