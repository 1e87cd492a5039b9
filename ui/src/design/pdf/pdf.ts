/**
 * The PDF reader. It is large: this file is only ever imported where a PDF is shown.
 *
 * The build for older system web views is taken, since Annexe runs in whatever the system has.
 */
import {
  getDocument,
  GlobalWorkerOptions,
  TextLayer,
  type PDFDocumentProxy,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = worker;

export { TextLayer };

/** Opens a PDF out of memory; the bytes are handed over to the reader. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes, useWasm: false, enableXfa: false, verbosity: 0 }).promise;
}
