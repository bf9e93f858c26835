namespace ProxyWasm.Sdk;

/// <summary>
/// Marks a partial class or record that is read from the plugin's configuration, which is JSON. Each settable property
/// is a field of the JSON object, in camel case; the value it has in a new object is its default, and one that is
/// <c>required</c> must be there. How to read it is generated, and the module carries a JSON Schema of it.
/// </summary>
/// <remarks>
/// Properties are text, numbers, <see cref="bool"/>, enumerations, <see cref="TimeSpan"/> (seconds, or text such as
/// <c>1.5s</c>), other such classes, and arrays, lists and dictionaries with text as keys of them. The attributes of
/// <see cref="System.ComponentModel.DataAnnotations"/> Range, StringLength, MinLength, MaxLength and Length are kept
/// to; others are an error of the build. A field that does not exist is an error.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginConfigAttribute : Attribute;
