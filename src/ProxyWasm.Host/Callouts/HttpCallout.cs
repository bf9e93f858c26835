using System.Diagnostics;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tracing;

namespace ProxyWasm.Host.Callouts;

/// <summary>An HTTP call of a plugin: the whole answer is collected, then one callback tells it.</summary>
internal sealed class HttpCallout : Callout
{
    private readonly CalloutRequest _request;
    private readonly ReceiveBuffer _received;
    private HeaderMap? _headers;
    private HeaderMap? _trailers;
    private ReadOnlyMemory<byte> _body;

    public HttpCallout(RootContext root, int token, CalloutRequest request)
        : base(root, token, request.TimeLimit)
    {
        _request = request;
        _received = new ReceiveBuffer(Vm.Callouts.Budget, Vm.Definition.Limits.CalloutBytes);
        TakenBytes = request.Body.Length;
    }

    protected override string Function => "proxy_http_call";

    protected override string Cluster => _request.Cluster;

    public override void Dispose()
    {
        _received.Dispose();
        base.Dispose();
    }

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        HeaderMap? headers = null;
        try
        {
            var result = await SendAsync(_request, cancellationToken);
            if (result.Response is not { } response)
            {
                Answer(503, CalloutAnswers.Describe(result.Failure, result.Detail));
                return;
            }

            await using (response)
            {
                headers = response.Headers;
                if (await ReceiveAsync(response, cancellationToken))
                {
                    _headers = headers;
                    _trailers = response.Trailers;
                    _body = _received.Written;
                }
            }
        }
        catch (OperationCanceledException) when (!IsCancelled && headers is null)
        {
            // A time limit that passes after the headers is a reset, which is what no answer at all stands for.
            Answer(504, CalloutAnswers.TimeoutText);
        }
    }

    protected override void Complete()
    {
        var view = Root.Callout;
        view.SetStatus(
            _headers is null ? (int)Status.BrokenConnection : (int)Status.Ok, _headers is null ? "reset" : "");
        view.BindMap(MapType.HttpCallResponseHeaders, _headers ?? new HeaderMap(HeaderMapKind.Response));
        view.BindMap(MapType.HttpCallResponseTrailers, _trailers ?? new HeaderMap(HeaderMapKind.Trailers));
        view.Body = _body;
        try
        {
            Vm.Call(
                Root,
                "proxy_on_http_call_response",
                Vm.Exports.OnHttpCallResponse,
                Root.Id,
                Token,
                _headers?.Count ?? 0,
                _body.Length,
                _trailers?.Count ?? 0);
            Vm.Drain();
        }
        finally
        {
            view.Clear();
        }
    }

    protected override void Describe(Activity span)
    {
        if (_headers?.Get(":status") is { } status)
        {
            span.SetTag("http.response.status_code", status);
            if (status is ['5', ..])
            {
                Spans.Fail(span, status);
            }
        }
        else
        {
            Spans.Fail(span, "reset");
        }
    }

    private void Answer(int status, string text)
    {
        _headers = CalloutAnswers.Headers(status, text);
        _body = Encoding.ASCII.GetBytes(text);
    }

    // False when the body broke off or is too large.
    private async ValueTask<bool> ReceiveAsync(CalloutResponse response, CancellationToken cancellationToken)
    {
        while (_received.TryGetRoom(out var room))
        {
            var read = await ReadAsync(response, _request.Cluster, room, cancellationToken);
            if (read.Failure != CalloutFailure.None)
            {
                return false;
            }

            if (read.Count == 0)
            {
                return true;
            }

            _received.Advance(read.Count);
        }

        Log.AnswerTooLarge(
            Vm.Services.Log, Root.Options.Name, _request.Cluster, Vm.Definition.Limits.CalloutBytes);
        return false;
    }
}
