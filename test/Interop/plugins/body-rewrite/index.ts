// Rewrites text bodies in both directions: a configuration `word=other` replaces a word, none turns a-z into A-Z.
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, FilterDataStatusValues, FilterHeadersStatusValues, FilterTrailersStatusValues, log, LogLevelValues,
  registerRootContext, stream_context, WasmResultValues,
} from "@solo-io/proxy-runtime";
import { BufferTypeValues } from "@solo-io/proxy-runtime/runtime";
import { ConfiguredRoot } from "../../shared/configured-root";
import { readBuffer, replaceBuffer } from "../../shared/hostcalls";

class BodyRewriteRoot extends ConfiguredRoot {
  createContext(id: u32): Context {
    return new BodyRewrite(id, this);
  }

  rewrite(body: ArrayBuffer): ArrayBuffer {
    const words = this.configuration.split("=");
    return words.length == 2 ? replaceWord(body, words[0], words[1]) : upperCase(body);
  }
}

function replaceWord(body: ArrayBuffer, word: string, other: string): ArrayBuffer {
  return String.UTF8.encode(String.UTF8.decode(body).split(word).join(other));
}

function upperCase(body: ArrayBuffer): ArrayBuffer {
  const bytes = Uint8Array.wrap(body);
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] >= 0x61 && bytes[i] <= 0x7a) {
      bytes[i] -= 0x20;
    }
  }
  return body;
}

class BodyRewrite extends Context {
  constructor(id: u32, private root: BodyRewriteRoot) {
    super(id, root);
  }

  // The length is not known before the last chunk, when the headers are gone.
  onRequestHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    if (!endOfStream) {
      stream_context.headers.request.remove("content-length");
    }
    return FilterHeadersStatusValues.Continue;
  }

  onResponseHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    if (!endOfStream) {
      stream_context.headers.response.remove("content-length");
    }
    return FilterHeadersStatusValues.Continue;
  }

  onRequestBody(size: usize, endOfStream: bool): FilterDataStatusValues {
    return this.collect(BufferTypeValues.HttpRequestBody, endOfStream);
  }

  onResponseBody(size: usize, endOfStream: bool): FilterDataStatusValues {
    return this.collect(BufferTypeValues.HttpResponseBody, endOfStream);
  }

  // A body that is followed by trailers never says endOfStream: it is complete here, and still held.
  onRequestTrailers(count: u32): FilterTrailersStatusValues {
    this.replace(BufferTypeValues.HttpRequestBody);
    return FilterTrailersStatusValues.Continue;
  }

  onResponseTrailers(count: u32): FilterTrailersStatusValues {
    this.replace(BufferTypeValues.HttpResponseBody);
    return FilterTrailersStatusValues.Continue;
  }

  private collect(type: BufferTypeValues, endOfStream: bool): FilterDataStatusValues {
    if (!endOfStream) {
      return FilterDataStatusValues.StopIterationAndBuffer;
    }
    this.replace(type);
    return FilterDataStatusValues.Continue;
  }

  private replace(type: BufferTypeValues): void {
    const body = readBuffer(type);
    if (body.status != WasmResultValues.Ok || body.data.byteLength == 0) {
      return;
    }
    const status = replaceBuffer(type, this.root.rewrite(body.data));
    if (status != WasmResultValues.Ok) {
      log(LogLevelValues.error, "the host refused the new body with status " + status.toString());
    }
  }
}

registerRootContext((id: u32) => new BodyRewriteRoot(id), "body-rewrite");
registerRootContext((id: u32) => new BodyRewriteRoot(id), "");
