// Asks another cluster before a request goes on: the configuration is `cluster` or `cluster /path`. The request then
// carries `x-callout-status` and `x-callout-body`. Nothing configured, or no such cluster: 503 by this plugin.
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, FilterHeadersStatusValues, GrpcStatusValues, HeaderPair, registerRootContext,
  send_local_response, stream_context, WasmResultValues,
} from "@solo-io/proxy-runtime";
import { BufferTypeValues } from "@solo-io/proxy-runtime/runtime";
import { ConfiguredRoot } from "../../shared/configured-root";
import { readBuffer } from "../../shared/hostcalls";

const TIMEOUT_MILLISECONDS: u32 = 1000;

class CalloutRoot extends ConfiguredRoot {
  createContext(id: u32): Context {
    return new Callout(id, this);
  }
}

function header(name: string, value: string): HeaderPair {
  return new HeaderPair(String.UTF8.encode(name), String.UTF8.encode(value));
}

class Callout extends Context {
  deleted: bool = false;

  constructor(id: u32, private root: CalloutRoot) {
    super(id, root);
  }

  onRequestHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    const words = this.root.configuration.split(" ");
    const cluster = words[0];
    const path = words.length > 1 ? words[1] : "/";
    const status = this.root.httpCall(
      cluster,
      [header(":method", "GET"), header(":path", path), header(":authority", cluster)],
      new ArrayBuffer(0),
      [],
      TIMEOUT_MILLISECONDS,
      this,
      onAnswer);
    if (status != WasmResultValues.Ok) {
      const text = "callout refused with status " + status.toString() + "\n";
      send_local_response(503, "callout refused", String.UTF8.encode(text), [], GrpcStatusValues.InvalidCode);
    }
    return FilterHeadersStatusValues.StopIteration;
  }

  onDelete(): void {
    this.deleted = true;
  }
}

// No headers at all: the call did not get an answer. The client may have left meanwhile; and the SDK calls this for
// every open call when the root ends, without the effective context it sets for an answer.
function onAnswer(stream: Context, headers: u32, bodySize: usize, trailers: u32): void {
  if ((stream as Callout).deleted || stream.setEffectiveContext() != WasmResultValues.Ok) {
    return;
  }
  const status = headers > 0 ? stream_context.headers.http_callback.get(":status") : "none";
  const body = readBuffer(BufferTypeValues.HttpCallResponseBody).data;
  stream_context.headers.request.replace("x-callout-status", status);
  stream_context.headers.request.replace("x-callout-body", String.UTF8.decode(body));
  stream.continueRequest();
}

registerRootContext((id: u32) => new CalloutRoot(id), "callout");
registerRootContext((id: u32) => new CalloutRoot(id), "");
