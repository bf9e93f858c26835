using System.Reflection;
using System.Text;
using ProxyWasm.Sdk.Configuration;

namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>A configuration class from source, with what the generator has made of it.</summary>
internal sealed class ConfigSource
{
    private static readonly MethodInfo ReadMethod =
        typeof(ConfigSource).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Type _type;

    private ConfigSource(GeneratorRun run)
    {
        _type = run.Load().GetType("Config")!;
        Schema = run.Schema!;
    }

    /// <summary>The schema that the module carries.</summary>
    public string Schema { get; }

    /// <summary>A class with these members and a filter that is made with it.</summary>
    /// <param name="members">The members of the class.</param>
    /// <param name="more">Further types.</param>
    public static ConfigSource Of(string members, string more = "") => new(Run(members, more));

    /// <summary>The class <c>Config</c> of a source.</summary>
    public static ConfigSource Of(GeneratorRun run) => new(run);

    /// <summary>As <see cref="Of(string, string)"/>, for what the generator has to say.</summary>
    public static GeneratorRun Run(string members, string more = "") => GeneratorRun.Of(
        $$"""
        [PluginConfig]
        public partial class Config
        {
        {{members}}
        }
        [Plugin]
        public sealed class Filter(Config config) : HttpFilter
        {
            public Config Config { get; } = config;
        }
        {{more}}
        """);

    /// <summary>The values of the properties that a JSON text has, or what is wrong with it.</summary>
    public (dynamic? Config, string Error) Read(string json)
    {
        try
        {
            return ((dynamic?, string))ReadMethod.MakeGenericMethod(_type).Invoke(null, [json])!;
        }
        catch (TargetInvocationException thrown)
        {
            throw new InvalidOperationException($"reading throws: {thrown.InnerException}", thrown.InnerException);
        }
    }

    private static (dynamic? Config, string Error) ReadAs<TConfig>(string json)
        where TConfig : class, IPluginConfig<TConfig>
    {
        var config = ConfigReader.ReadAll<TConfig>(Encoding.UTF8.GetBytes(json), out var error);
        return (config, Encoding.UTF8.GetString(error));
    }
}
