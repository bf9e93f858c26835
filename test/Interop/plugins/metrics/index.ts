// One metric of each kind: a counter of requests, a gauge of open streams, a histogram of path lengths. The response
// tells the first two in `x-requests` and `x-open-streams`.
export * from "@solo-io/proxy-runtime/proxy";
import {
  Context, Counter, FilterHeadersStatusValues, Gauge, Histogram, registerRootContext, RootContext, stream_context,
} from "@solo-io/proxy-runtime";
import { metricText } from "../../shared/hostcalls";

class MetricsRoot extends RootContext {
  requests: Counter = new Counter("interop_requests");
  open: Gauge = new Gauge("interop_open_streams");
  pathLength: Histogram = new Histogram("interop_path_length");

  createContext(id: u32): Context {
    return new Metrics(id, this);
  }
}

class Metrics extends Context {
  private counted: bool = false;

  constructor(id: u32, private root: MetricsRoot) {
    super(id, root);
  }

  onRequestHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    this.counted = true;
    this.root.requests.increment(1);
    this.root.open.increment(1);
    const path = stream_context.headers.request.get(":path");
    this.root.pathLength.record(this.root.pathLength.metric_id, path.length);
    return FilterHeadersStatusValues.Continue;
  }

  onResponseHeaders(count: u32, endOfStream: bool): FilterHeadersStatusValues {
    stream_context.headers.response.replace("x-requests", metricText(this.root.requests.metric_id));
    stream_context.headers.response.replace("x-open-streams", metricText(this.root.open.metric_id));
    return FilterHeadersStatusValues.Continue;
  }

  // A stream that an earlier filter answered is logged without ever having been counted.
  onLog(): void {
    if (this.counted) {
      this.root.open.increment(-1);
    }
  }
}

registerRootContext((id: u32) => new MetricsRoot(id), "metrics");
registerRootContext((id: u32) => new MetricsRoot(id), "");
