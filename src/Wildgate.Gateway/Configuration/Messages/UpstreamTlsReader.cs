using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>extensions.transport_sockets.tls.v3.UpstreamTlsContext</c> in a transport socket.</summary>
internal static class UpstreamTlsReader
{
    private const string TlsType = "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext";

    public static UpstreamTlsConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("a transport socket") is not { } socket)
        {
            return null;
        }

        socket.Required("name")?.AsName();
        var config = socket.Required("typed_config");
        socket.RefuseOthers("config");
        if (config is null
            || TypedMessage.Open(config, "a TLS context") is not { } typed
            || !typed.Is(TlsType))
        {
            return null;
        }

        var sni = typed.Fields.Optional("sni")?.AsText() ?? "";
        typed.Fields.Optional("common_tls_context")?.AsEmptyMessage(
            "a common TLS context",
            "tls_params", "tls_certificates", "tls_certificate_sds_secret_configs", "validation_context",
            "validation_context_sds_secret_config", "combined_validation_context", "alpn_protocols",
            "custom_handshaker", "key_log", "tls_certificate_provider_instance", "custom_tls_certificate_selector");
        typed.Fields.RefuseOthers(
            "auto_host_sni", "auto_sni_san_validation", "allow_renegotiation", "max_session_keys",
            "enforce_rsa_key_usage");
        return new UpstreamTlsConfig(sni);
    }
}
