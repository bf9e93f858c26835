// Adds `x-hello` to the request and `hello` to the response; the configuration is the value, `world` without one.
export * from "@solo-io/proxy-runtime/proxy";
import { Context, FilterHeadersStatusValues, registerRootContext, stream_context } from "@solo-io/proxy-runtime";
import { ConfiguredRoot } from "../../shared/configured-root";

class AddHeaderRoot extends ConfiguredRoot {
  value(): string {
    return this.configuration.length > 0 ? this.configuration : "world";
  }

  createContext(id: u32): Context {
    return new AddHeader(id, this);
  }
}

class AddHeader extends Context {
  constructor(id: u32, private root: AddHeaderRoot) {
    super(id, root);
  }

  onRequestHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    stream_context.headers.request.add("x-hello", this.root.value());
    return FilterHeadersStatusValues.Continue;
  }

  onResponseHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    stream_context.headers.response.add("hello", this.root.value());
    return FilterHeadersStatusValues.Continue;
  }
}

registerRootContext((id: u32) => new AddHeaderRoot(id), "add-header");
registerRootContext((id: u32) => new AddHeaderRoot(id), "");
