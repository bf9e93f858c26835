using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ProxyWasm.Testing.Reports;

namespace Wildgate.Cli.Testing;

/// <summary>Results in the XML that JUnit's Ant task made common: what build machines read.</summary>
internal static class JUnitReport
{
    public static string Of(IReadOnlyList<RunReport> reports)
    {
        var root = new XElement("testsuites", Counts(reports.SelectMany(static report => report.Cases)));
        foreach (var report in reports)
        {
            var suite = new XElement("testsuite", new XAttribute("name", Legal(report.File)), Counts(report.Cases));
            suite.Add(report.Cases.Select(result => Case(report.File, result)));
            root.Add(suite);
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n";
    }

    private static XElement Case(string file, CaseResult result)
    {
        var element = new XElement(
            "testcase",
            new XAttribute("classname", Legal(file)),
            new XAttribute("name", Legal(result.Name)),
            new XAttribute("time", Seconds(result.Duration)));
        if (!result.Passed)
        {
            element.Add(new XElement(
                "failure",
                new XAttribute("message", Legal(result.Failures[0])),
                Legal(string.Join('\n', result.Failures))));
        }

        if (result.Logs.Count > 0)
        {
            element.Add(new XElement("system-out", Legal(string.Join('\n', result.Logs))));
        }

        return element;
    }

    private static XAttribute[] Counts(IEnumerable<CaseResult> results)
    {
        var cases = results.ToArray();
        return
        [
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(static result => !result.Passed)),
            new XAttribute("errors", 0),
            new XAttribute("time", Seconds(new TimeSpan(cases.Sum(static result => result.Duration.Ticks)))),
        ];
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // Most control characters cannot stand in XML, not even escaped.
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isLegal = rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value);
            legal.Append(isLegal ? rune.ToString() : "\uFFFD");
        }

        return legal.ToString();
    }
}
