/** A part of lib that is a library of its own. */
export interface Library {
  /** Its package's name. */
  name: string;
  description: string;
  keywords: string[];
  /** The folder that the package's root is made of, in the checkout. */
  base: string;
  /** The folders in it that its code may lie in; "." is the base itself. */
  folders: string[];
  /** The folder, below the base, of its door `mod.ts` and its README. */
  entry: string;
  /** Modules that a browser does without, below the base. */
  notForBrowsers: string[];
}

/** Of all packages: they are released together. */
export const packageVersion = "0.1.0";

/** The libraries that can be packed, by the name that `deno task pack` takes. */
export const libraries: Readonly<Record<string, Library>> = {
  wfdb: {
    name: "ecg-beats-wfdb",
    description:
      "Reads and writes PhysioNet's WFDB records (headers, signals, annotations) in Node, Deno and browsers",
    keywords: ["ecg", "ekg", "wfdb", "physionet", "mit-bih", "waveform", "annotations"],
    base: "lib/wfdb",
    folders: ["."],
    entry: ".",
    notForBrowsers: ["node_files.ts"],
  },
  search: {
    name: "ecg-beats-search",
    description:
      "Hyperparameter search as Weights & Biases' engine does it (grid, random, Bayesian, hyperband), as pure functions",
    keywords: ["hyperparameters", "search", "sweep", "bayesian-optimization", "hyperband"],
    base: "lib/sweeps",
    folders: ["search", "configuration"],
    entry: "search",
    notForBrowsers: [],
  },
};
