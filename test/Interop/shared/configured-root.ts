import { BufferTypeValues } from "@solo-io/proxy-runtime/runtime";
import { RootContext, WasmResultValues } from "@solo-io/proxy-runtime";
import { readBuffer } from "./hostcalls";

/**
 * A root context that reads its configuration itself. The SDK's own `getConfiguration()` gives the host the
 * configuration's *size* as the address of the size slot: the size it then believes is the one of an earlier call.
 */
export class ConfiguredRoot extends RootContext {
  configuration: string = "";

  onConfigure(size: u32): bool {
    const answer = readBuffer(BufferTypeValues.PluginConfiguration);
    if (answer.status != WasmResultValues.Ok || answer.data.byteLength != size) {
      return false;
    }
    this.configuration = String.UTF8.decode(answer.data);
    return true;
  }
}
