/** TF_DataType numbers (tensorflow/c/tf_datatype.h). */
export const dataTypes = {
  float32: 1,
  int32: 3,
  uint8: 4,
  int16: 5,
  int8: 6,
  string: 7,
  complex64: 8,
  int64: 9,
  bool: 10,
  resource: 20,
} as const;

/** Bytes of one value of a TF_DataType. */
export const bytesPerValue: Readonly<Record<number, number>> = {
  [dataTypes.float32]: 4,
  [dataTypes.int32]: 4,
  [dataTypes.uint8]: 1,
  [dataTypes.int16]: 2,
  [dataTypes.int8]: 1,
  [dataTypes.complex64]: 8,
  [dataTypes.int64]: 8,
  [dataTypes.bool]: 1,
};

/** Kinds of op attributes as TensorFlow.js's kernels number them, and one that they do not have. */
export const attributeTypes = {
  string: 0,
  int: 1,
  float: 2,
  bool: 3,
  type: 4,
  shape: 5,
  function: 6,
} as const;
