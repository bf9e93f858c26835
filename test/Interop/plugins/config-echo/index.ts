// Shows the configuration it was given: in the log, and as response header `x-configuration`. What the SDK's own
// getConfiguration() makes of it is in `x-sdk-configuration`: the text when `root_id` is not empty, else nothing.
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, FilterHeadersStatusValues, log, LogLevelValues, registerRootContext, RootContext, stream_context,
} from "@solo-io/proxy-runtime";
import { BufferTypeValues } from "@solo-io/proxy-runtime/runtime";
import { readBuffer } from "../../shared/hostcalls";

class ConfigEchoRoot extends RootContext {
  configuration: string = "";

  onConfigure(size: u32): bool {
    this.configuration = String.UTF8.decode(readBuffer(BufferTypeValues.PluginConfiguration).data);
    log(LogLevelValues.info, "configuration (" + size.toString() + " bytes): " + this.configuration);
    return super.onConfigure(size);
  }

  createContext(id: u32): Context {
    return new ConfigEcho(id, this);
  }
}

class ConfigEcho extends Context {
  constructor(id: u32, private root: ConfigEchoRoot) {
    super(id, root);
  }

  onResponseHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    stream_context.headers.response.replace("x-configuration", this.root.configuration);
    stream_context.headers.response.replace("x-sdk-configuration", this.root.getConfiguration());
    return FilterHeadersStatusValues.Continue;
  }
}

registerRootContext((id: u32) => new ConfigEchoRoot(id), "config-echo");
registerRootContext((id: u32) => new ConfigEchoRoot(id), "");
