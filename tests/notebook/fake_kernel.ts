import type { MimeBundle, NotebookKernel } from "lib/notebook/kernel/notebook_kernel.ts";

/** What a kernel was asked to show. */
export interface Shown {
  type: string;
  data: MimeBundle;
  metadata: Record<string, object>;
  id: string | undefined;
}

/** A kernel that shows nothing but remembers what it was asked to. */
export function fakeKernel(): { kernel: NotebookKernel; shown: Shown[] } {
  const shown: Shown[] = [];
  const kernel: NotebookKernel = {
    broadcast(type, content) {
      const { data, metadata, transient } = content as {
        data: MimeBundle;
        metadata: Record<string, object>;
        transient: { display_id?: string };
      };
      shown.push({ type, data, metadata, id: transient.display_id });
      return Promise.resolve();
    },
  };
  return { kernel, shown };
}
