/**
 * Hyperparameter sweeps as Weights & Biases describes them: configuration and search (pure), and
 * the runner that starts trials as processes.
 *
 * @module
 */
export * from "./search/average_ranks.ts";
export * from "./search/bayes_samples.ts";
export * from "./search/bayes_search.ts";
export * from "./search/beta_distribution.ts";
export * from "./runner/close_trial.ts";
export * from "./search/cumulative_probability.ts";
export * from "./search/distribution.ts";
export * from "./configuration/float.ts";
export * from "./runner/follow_trial.ts";
export * from "./search/gaussian_process.ts";
export * from "./search/grid_search.ts";
export * from "./search/hyperband.ts";
export * from "./runner/journal.ts";
export * from "./runner/judge_trial.ts";
export * from "./search/maximize.ts";
export * from "./search/next_parameters.ts";
export * from "./search/normal_distribution.ts";
export * from "./runner/open_sweep.ts";
export * from "./results/parameter_columns.ts";
export * from "./results/parameter_importance.ts";
export * from "./configuration/parse_configuration.ts";
export * from "./configuration/parse_yaml.ts";
export * from "./configuration/python_text.ts";
export * from "./search/quantile.ts";
export * from "./search/random_search.ts";
export * from "./configuration/read_mapping.ts";
export * from "./configuration/read_parameters.ts";
export * from "./results/read_sweep.ts";
export * from "./runner/run_sweep.ts";
export * from "./search/same_value.ts";
export * from "./results/show_sweep.ts";
export * from "./results/stored_sweep.ts";
export * from "./results/sweep_results.ts";
export * from "./search/sweep_run.ts";
export * from "./results/sweep_table.ts";
export * from "./runner/trial_command.ts";
export * from "./runner/trial_environment.ts";
export * from "./runner/trial_files.ts";
export * from "./runner/trial_process.ts";
export * from "./runner/trial_runner.ts";
export * from "./runner/trials_of.ts";
export * from "./runner/why_sweep_ends.ts";
