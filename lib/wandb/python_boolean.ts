import { boolYaml11Tag, defineScalarTag, NOT_RESOLVED } from "js-yaml";

/**
 * What PyYAML, which reads and writes the files of W&B, takes for a boolean: `yes` is true, `off` is false, and, unlike
 * in js-yaml's own YAML 1.1, `y` and `n` are letters.
 */
export const pythonBoolean = defineScalarTag<boolean>("tag:yaml.org,2002:bool", {
  ...boolYaml11Tag,
  resolve: (source) =>
    /^(yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(source)
      ? true
      : /^(no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(source)
      ? false
      : NOT_RESOLVED,
});
