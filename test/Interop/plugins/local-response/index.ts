// Answers every path below /blocked itself, with status 403; everything else passes.
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, FilterHeadersStatusValues, GrpcStatusValues, HeaderPair, registerRootContext, RootContext,
  send_local_response, stream_context,
} from "@solo-io/proxy-runtime";

const BLOCKED = "/blocked";

class LocalResponseRoot extends RootContext {
  createContext(id: u32): Context {
    return new LocalResponse(id, this);
  }
}

function header(name: string, value: string): HeaderPair {
  return new HeaderPair(String.UTF8.encode(name), String.UTF8.encode(value));
}

class LocalResponse extends Context {
  constructor(id: u32, root: LocalResponseRoot) {
    super(id, root);
  }

  onRequestHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    const path = stream_context.headers.request.get(":path");
    if (!path.startsWith(BLOCKED)) {
      return FilterHeadersStatusValues.Continue;
    }
    send_local_response(
      403,
      "blocked by plugin",
      String.UTF8.encode("The path " + path + " is blocked.\n"),
      [header("x-blocked-by", "local-response"), header("x-many", "one"), header("x-many", "two")],
      GrpcStatusValues.InvalidCode);
    return FilterHeadersStatusValues.StopIteration;
  }
}

registerRootContext((id: u32) => new LocalResponseRoot(id), "local-response");
registerRootContext((id: u32) => new LocalResponseRoot(id), "");
