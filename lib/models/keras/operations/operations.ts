import { elementwise } from "./elementwise.ts";
import { pairs } from "./pairs.ts";
import { reductions } from "./reductions.ts";
import { shapes } from "./shapes.ts";
import type { OperationTable } from "./operation_table.ts";

/** What Keras's operations compute, by the name of their class. */
export const operations: OperationTable = { ...elementwise, ...pairs, ...reductions, ...shapes };
