// Puts the path of every request into a shared queue and logs what arrives there. The configuration is the queue's
// name (`interop` without one).
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, FilterHeadersStatusValues, log, LogLevelValues, registerRootContext, stream_context, WasmResultValues,
} from "@solo-io/proxy-runtime";
import { enqueue_shared_queue } from "@solo-io/proxy-runtime/runtime";
import { ConfiguredRoot } from "../../shared/configured-root";
import { dequeue, registerQueue } from "../../shared/hostcalls";

class QueueRoot extends ConfiguredRoot {
  token: u32 = 0;

  onConfigure(size: u32): bool {
    if (!super.onConfigure(size)) {
      return false;
    }
    this.token = registerQueue(this.configuration.length > 0 ? this.configuration : "interop");
    return this.token != 0;
  }

  onQueueReady(token: u32): void {
    const item = dequeue(token);
    if (item.status == WasmResultValues.Ok) {
      log(LogLevelValues.info, "queue item: " + String.UTF8.decode(item.data));
    } else {
      log(LogLevelValues.info, "queue status: " + item.status.toString());
    }
  }

  createContext(id: u32): Context {
    return new Queue(id, this);
  }
}

class Queue extends Context {
  constructor(id: u32, private root: QueueRoot) {
    super(id, root);
  }

  onRequestHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    const path = stream_context.headers.request.get(":path");
    const status = enqueue_shared_queue(this.root.token, String.UTF8.encode(path));
    stream_context.headers.request.replace("x-queue-status", status.toString());
    return FilterHeadersStatusValues.Continue;
  }
}

registerRootContext((id: u32) => new QueueRoot(id), "queue");
registerRootContext((id: u32) => new QueueRoot(id), "");
