/**
 * The part of TensorFlow's C API that this room calls, as Deno's foreign function interface wants it.
 * Names, order and types are those of tensorflow/c/c_api.h and tensorflow/c/eager/c_api.h (TensorFlow 2.21).
 */
const pointer = "pointer";
const bytes = "buffer";
/** `struct TF_Output { TF_Operation* oper; int index; }`, passed by value. */
const output = { struct: ["pointer", "i32"] } as const;

/** Symbols for `Deno.dlopen(libtensorflow_cc, cApi)`. */
export const cApi = {
  TF_Version: { parameters: [], result: pointer },
  TF_NewStatus: { parameters: [], result: pointer },
  TF_GetCode: { parameters: [pointer], result: "i32" },
  TF_Message: { parameters: [pointer], result: pointer },

  TF_AllocateTensor: { parameters: ["i32", bytes, "i32", "usize"], result: pointer },
  TF_TensorData: { parameters: [pointer], result: pointer },
  TF_TensorByteSize: { parameters: [pointer], result: "usize" },
  TF_DeleteTensor: { parameters: [pointer], result: "void" },

  TFE_NewContextOptions: { parameters: [], result: pointer },
  TFE_ContextOptionsSetConfig: { parameters: [pointer, bytes, "usize", pointer], result: "void" },
  TFE_DeleteContextOptions: { parameters: [pointer], result: "void" },
  TFE_NewContext: { parameters: [pointer, pointer], result: pointer },
  TFE_ContextListDevices: { parameters: [pointer, pointer], result: pointer },
  TF_DeviceListCount: { parameters: [pointer], result: "i32" },
  TF_DeviceListType: { parameters: [pointer, "i32", pointer], result: pointer },
  TF_DeleteDeviceList: { parameters: [pointer], result: "void" },
  TFE_ContextAddFunction: { parameters: [pointer, pointer, pointer], result: "void" },
  TFE_ContextRemoveFunction: { parameters: [pointer, bytes, pointer], result: "void" },

  TFE_NewTensorHandle: { parameters: [pointer, pointer], result: pointer },
  TFE_DeleteTensorHandle: { parameters: [pointer], result: "void" },
  TFE_TensorHandleResolve: { parameters: [pointer, pointer], result: pointer },
  TFE_TensorHandleNumDims: { parameters: [pointer, pointer], result: "i32" },
  TFE_TensorHandleDim: { parameters: [pointer, "i32", pointer], result: "i64" },
  TFE_TensorHandleDataType: { parameters: [pointer], result: "i32" },
  TFE_TensorHandleCopySharingTensor: { parameters: [pointer, pointer], result: pointer },

  TFE_NewOp: { parameters: [pointer, bytes, pointer], result: pointer },
  TFE_OpReset: { parameters: [pointer, bytes, pointer, pointer], result: "void" },
  TFE_OpAddInput: { parameters: [pointer, pointer, pointer], result: "void" },
  TFE_OpSetAttrString: { parameters: [pointer, bytes, bytes, "usize"], result: "void" },
  TFE_OpSetAttrInt: { parameters: [pointer, bytes, "i64"], result: "void" },
  TFE_OpSetAttrFloat: { parameters: [pointer, bytes, "f32"], result: "void" },
  TFE_OpSetAttrBool: { parameters: [pointer, bytes, "u8"], result: "void" },
  TFE_OpSetAttrType: { parameters: [pointer, bytes, "i32"], result: "void" },
  TFE_OpSetAttrShape: { parameters: [pointer, bytes, bytes, "i32", pointer], result: "void" },
  TFE_OpSetAttrFunctionName: { parameters: [pointer, bytes, bytes, "usize"], result: "void" },
  TFE_OpSetAttrIntList: { parameters: [pointer, bytes, bytes, "i32"], result: "void" },
  TFE_OpSetAttrFloatList: { parameters: [pointer, bytes, bytes, "i32"], result: "void" },
  TFE_OpSetAttrTypeList: { parameters: [pointer, bytes, bytes, "i32"], result: "void" },
  TFE_Execute: { parameters: [pointer, bytes, bytes, pointer], result: "void" },

  TF_NewGraph: { parameters: [], result: pointer },
  TF_DeleteGraph: { parameters: [pointer], result: "void" },
  TF_NewOperation: { parameters: [pointer, bytes, bytes], result: pointer },
  TF_AddControlInput: { parameters: [pointer, pointer], result: "void" },
  TF_AddInput: { parameters: [pointer, output], result: "void" },
  TF_AddInputList: { parameters: [pointer, bytes, "i32"], result: "void" },
  TF_SetAttrString: { parameters: [pointer, bytes, bytes, "usize"], result: "void" },
  TF_SetAttrInt: { parameters: [pointer, bytes, "i64"], result: "void" },
  TF_SetAttrFloat: { parameters: [pointer, bytes, "f32"], result: "void" },
  TF_SetAttrBool: { parameters: [pointer, bytes, "u8"], result: "void" },
  TF_SetAttrType: { parameters: [pointer, bytes, "i32"], result: "void" },
  TF_SetAttrShape: { parameters: [pointer, bytes, bytes, "i32"], result: "void" },
  TF_SetAttrIntList: { parameters: [pointer, bytes, bytes, "i32"], result: "void" },
  TF_SetAttrFloatList: { parameters: [pointer, bytes, bytes, "i32"], result: "void" },
  TF_SetAttrTypeList: { parameters: [pointer, bytes, bytes, "i32"], result: "void" },
  TF_SetAttrFuncName: { parameters: [pointer, bytes, bytes, "usize"], result: "void" },
  TF_SetAttrTensor: { parameters: [pointer, bytes, pointer, pointer], result: "void" },
  TF_FinishOperation: { parameters: [pointer, pointer], result: pointer },
  TF_OperationNumOutputs: { parameters: [pointer], result: "i32" },
  TF_OperationOutputType: { parameters: [output], result: "i32" },
  TF_GraphGetTensorNumDims: { parameters: [pointer, output, pointer], result: "i32" },
  TF_GraphGetTensorShape: {
    parameters: [pointer, output, bytes, "i32", pointer],
    result: "void",
  },
  TF_GraphSetTensorShape: {
    parameters: [pointer, output, bytes, "i32", pointer],
    result: "void",
  },
  TF_GraphGetOpDef: { parameters: [pointer, bytes, pointer, pointer], result: "void" },
  TF_NewBuffer: { parameters: [], result: pointer },
  TF_DeleteBuffer: { parameters: [pointer], result: "void" },
  TF_GraphToFunctionWithControlOutputs: {
    // graph, name, append hash, operations, inputs, outputs, output names,
    // control outputs, their names, options, description, status
    parameters: [
      pointer,
      bytes,
      "u8",
      "i32",
      pointer,
      "i32",
      bytes,
      "i32",
      bytes,
      pointer,
      "i32",
      bytes,
      pointer,
      pointer,
      pointer,
      pointer,
    ],
    result: pointer,
  },
  TF_FunctionSetAttrValueProto: {
    parameters: [pointer, bytes, bytes, "usize", pointer],
    result: "void",
  },
  TF_GraphCopyFunction: { parameters: [pointer, pointer, pointer, pointer], result: "void" },
  TF_DeleteFunction: { parameters: [pointer], result: "void" },
} as const;
