// Logs every request and response header (and trailer) at level info, one line each.
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, FilterHeadersStatusValues, FilterTrailersStatusValues, Headers, log, LogLevelValues, registerRootContext,
  RootContext, stream_context,
} from "@solo-io/proxy-runtime";

class LogHeadersRoot extends RootContext {
  createContext(id: u32): Context {
    return new LogHeaders(id, this);
  }
}

function logAll(what: string, headers: Headers): void {
  for (let i = 0; i < headers.length; i++) {
    const name = String.UTF8.decode(headers[i].key);
    log(LogLevelValues.info, what + " " + name + ": " + String.UTF8.decode(headers[i].value));
  }
}

class LogHeaders extends Context {
  constructor(id: u32, root: LogHeadersRoot) {
    super(id, root);
  }

  onRequestHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    logAll("request header", stream_context.headers.request.get_headers());
    return FilterHeadersStatusValues.Continue;
  }

  onRequestTrailers(count: u32): FilterTrailersStatusValues {
    logAll("request trailer", stream_context.trailers.request.get_headers());
    return FilterTrailersStatusValues.Continue;
  }

  onResponseHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    logAll("response header", stream_context.headers.response.get_headers());
    return FilterHeadersStatusValues.Continue;
  }

  onResponseTrailers(count: u32): FilterTrailersStatusValues {
    logAll("response trailer", stream_context.trailers.response.get_headers());
    return FilterTrailersStatusValues.Continue;
  }
}

registerRootContext((id: u32) => new LogHeadersRoot(id), "log-headers");
registerRootContext((id: u32) => new LogHeadersRoot(id), "");
