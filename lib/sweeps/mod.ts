/**
 * Hyperparameter sweeps as Weights & Biases describes them: configuration and search (pure), and
 * the runner that starts trials as processes.
 *
 * @module
 */
export * from "./average_ranks.ts";
export * from "./bayes_samples.ts";
export * from "./bayes_search.ts";
export * from "./beta_distribution.ts";
export * from "./close_trial.ts";
export * from "./cumulative_probability.ts";
export * from "./distribution.ts";
export * from "./float.ts";
export * from "./follow_trial.ts";
export * from "./gaussian_process.ts";
export * from "./grid_search.ts";
export * from "./hyperband.ts";
export * from "./journal.ts";
export * from "./judge_trial.ts";
export * from "./maximize.ts";
export * from "./next_parameters.ts";
export * from "./normal_distribution.ts";
export * from "./open_sweep.ts";
export * from "./parameter_columns.ts";
export * from "./parameter_importance.ts";
export * from "./parse_configuration.ts";
export * from "./parse_yaml.ts";
export * from "./python_text.ts";
export * from "./quantile.ts";
export * from "./random_search.ts";
export * from "./read_mapping.ts";
export * from "./read_parameters.ts";
export * from "./read_sweep.ts";
export * from "./run_sweep.ts";
export * from "./same_value.ts";
export * from "./show_sweep.ts";
export * from "./stored_sweep.ts";
export * from "./sweep_results.ts";
export * from "./sweep_run.ts";
export * from "./sweep_table.ts";
export * from "./trial_command.ts";
export * from "./trial_environment.ts";
export * from "./trial_files.ts";
export * from "./trial_process.ts";
export * from "./trial_runner.ts";
export * from "./trials_of.ts";
export * from "./why_sweep_ends.ts";
