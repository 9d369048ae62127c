export * from "./aami_classes.ts";
export * from "./dataset.ts";
export * from "./segment_beats.ts";
