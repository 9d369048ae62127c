/**
 * Figures: plain data in, a Plotly figure out, which `show` shows and `png` draws.
 *
 * @module
 */

// Records, beats and rows.
export {
  beatBrowserFigure as beatBrowser,
  type BeatBrowserFigureOptions as BeatBrowserOptions,
  type BrowsedBeat,
  classCountsFigure as classCounts,
  type ClassCountsFigureOptions as ClassCountsOptions,
  classSharesFigure as classShares,
  exampleBeatsFigure as exampleBeats,
  type ExampleBeatsFigureOptions as ExampleBeatsOptions,
  labelledStripFigure as labelledStrip,
  type LabelledStripFigureOptions as LabelledStripOptions,
  meanBeatsFigure as meanBeats,
  recordStripFigure as recordStrip,
  type RecordStripFigureOptions as RecordStripOptions,
  rowLengthsFigure as rowLengths,
  type RowLengthsFigureOptions as RowLengthsOptions,
  type RrInterval,
  rrIntervalsFigure as rrIntervals,
  type RrIntervalsFigureOptions as RrIntervalsOptions,
} from "lib/figures/mod.ts";

// Beats as models see them.
export {
  confidentMistakesFigure as confidentMistakes,
  type ConfidentMistakesFigureOptions as ConfidentMistakesOptions,
  disagreedBeatsFigure as disagreedBeats,
  type DisagreedBeatsFigureOptions as DisagreedBeatsOptions,
  meanSaliencyFigure as meanSaliency,
  misclassifiedBeatsFigure as misclassifiedBeats,
  type MisclassifiedBeatsFigureOptions as MisclassifiedBeatsOptions,
  saliencyBeatsFigure as saliencyBeats,
} from "lib/figures/mod.ts";

// What an autoencoder gives back, and how unusual beats stand out by it.
export {
  type AnomalyCurve,
  type AnomalyCurves,
  anomalyCurvesFigure as anomalyCurves,
  type ClassErrors,
  codePlaneFigure as codePlane,
  type CodePlaneFigureOptions as CodePlaneOptions,
  errorDistributionsFigure as errorDistributions,
  type PlacedBeat,
  type ReconstructedBeat,
  reconstructionsFigure as reconstructions,
  type ReconstructionsFigureOptions as ReconstructionsOptions,
} from "lib/figures/mod.ts";

// Scores of models.
export {
  classByRecordFigure as classByRecord,
  classF1Figure as classF1,
  classScoresFigure as classScores,
  confusionMatricesFigure as confusionMatrices,
  confusionMatrixFigure as confusionMatrix,
  type ConfusionMatrixFigureOptions as ConfusionMatrixOptions,
  macroScoresFigure as macroScores,
  modelDifferencesFigure as modelDifferences,
  patientScoresFigure as patientScores,
  type PlottedScores,
  precisionRecallCurvesFigure as precisionRecallCurves,
  recordScoresFigure as recordScores,
  type RecordScoresFigureOptions as RecordScoresOptions,
  reliabilityFigure as reliability,
  reportHeatmapFigure as reportHeatmap,
  rocCurvesFigure as rocCurves,
  sharedMistakesFigure as sharedMistakes,
} from "lib/figures/mod.ts";

// Trainings.
export {
  epochScoresFigure as epochScores,
  lossFigure as loss,
  memoryFigure as memory,
  type ProgressPoint,
  type TrainingProgress,
  trainingProgressFigure as trainingProgress,
  type TrainingProgressFigureOptions as TrainingProgressOptions,
} from "lib/figures/mod.ts";

// Sweeps.
export {
  bestSoFarFigure as bestSoFar,
  type BestSoFarOptions,
  earlyStoppingFigure as earlyStopping,
  type EarlyStoppingOptions,
  fullTrainingsFigure as fullTrainings,
  type FullTrainingsOptions,
  parallelCoordinatesFigure as parallelCoordinates,
  type ParallelCoordinatesOptions,
  parameterImportanceFigure as parameterImportance,
  type ParameterImportanceOptions,
  type RunCurve,
  type SearchCourse,
  type TrainedTwice,
} from "lib/figures/mod.ts";

// For figures of one's own, and to draw any of them.
export {
  axis,
  darkColor,
  type Figure,
  figureLayout as layout,
  type FigureLayoutOptions as LayoutOptions,
  figurePng as png,
  type FigurePngOptions as PngOptions,
  figureSvg as svg,
  type FigureSvgOptions as SvgOptions,
  inks,
  withNote,
} from "lib/figures/mod.ts";
