namespace Wildgate.Bench.Http;

/// <summary>Which side of an exchange a message is.</summary>
internal enum MessageKind
{
    Request,
    Response,
}
