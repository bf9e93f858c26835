namespace Wildgate.Repository.Tests;

/// <summary>The table of cases and the numbers that tests carry agree.</summary>
public sealed class ParityTests
{
    [Fact]
    public void Cases_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, AbiCase.All.Length), AbiCase.All.Select(entry => entry.Number));

    [Fact]
    public void Tests_prove_cases_that_exist() =>
        Assert.Empty(CaseTests.Find().Select(proof => proof.Key).Except(AbiCase.All.Select(entry => entry.Number)));

    [Fact]
    public void What_deviates_or_does_not_apply_has_a_reason_and_a_known_state() =>
        Assert.DoesNotContain(
            AbiCase.All,
            entry => entry.State.Length > 0
                && (entry.Note.Length == 0 || entry.State is not (AbiCase.Deviates or AbiCase.NotApplicable)));

    [Fact]
    public void Deviations_are_shown_by_tests()
    {
        var tests = CaseTests.Find();

        Assert.DoesNotContain(
            AbiCase.All, entry => entry.State == AbiCase.Deviates && !tests.Contains(entry.Number));
    }
}
